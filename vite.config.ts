import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** The server puts a fresh nonce in place of this word in index.html, and the same into the Content-Security-Policy of the reply. */
const NONCE = "__CSP_NONCE__";

export default defineConfig({
  plugins: [react()],
  publicDir: "src/apps/web/public",
  html: { cspNonce: NONCE },
  build: {
    outDir: "dist/web",
    emptyOutDir: true,
    target: "es2023",
    reportCompressedSize: false,
    // Data addresses would need their own line in the policy.
    assetsInlineLimit: 0,
  },
  server: { port: 5173, proxy: { "/api": process.env["API"] ?? "http://127.0.0.1:3000" } },
});
