import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "#apps/web/App.tsx";
import { reloadAfterUpdate } from "#apps/web/reload-after-update.ts";
import "#ui/style.css";
import "#apps/web/shell.css";

reloadAfterUpdate();

const root = document.getElementById("root");
if (root)
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
