import { shellTexts } from "#apps/web/shell-texts.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { LanguageSwitch } from "#ui/LanguageSwitch.tsx";
import { useWords } from "#ui/language.tsx";
import { Empty } from "#ui/StateViews.tsx";
import { uiTexts } from "#ui/ui-texts.ts";

export function NotFound() {
  const { say } = useWords();
  return (
    <div className="public">
      <header className="shell-bar">
        <AppLink to="/" className="brand">
          <strong>{say(shellTexts.product)}</strong>
        </AppLink>
        <LanguageSwitch />
      </header>
      <main className="page">
        <Empty title={say(uiTexts.notFound)} hint={say(uiTexts.notFoundHint)} action={<AppLink to="/">{say(uiTexts.home)}</AppLink>} />
      </main>
    </div>
  );
}
