import { Outlet } from "@tanstack/react-router";
import { shellTexts } from "#apps/web/shell-texts.ts";
import { LanguageSwitch } from "#ui/LanguageSwitch.tsx";
import { useWords } from "#ui/language.tsx";
import { uiTexts } from "#ui/ui-texts.ts";

/** Around the pages that anyone may read: the name of the product and the language, nothing that asks to sign in. */
export function PublicFrame() {
  const { say } = useWords();
  return (
    <div className="public">
      <a className="skip" href="#content">
        {say(uiTexts.skip)}
      </a>
      <header className="shell-bar">
        <p className="brand">
          <strong>{say(shellTexts.product)}</strong>
          <span className="brand-zone">{say(shellTexts.published)}</span>
        </p>
        <LanguageSwitch />
      </header>
      <main id="content" tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  );
}
