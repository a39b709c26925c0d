import { type ReactNode, useEffect } from "react";
import { shellTexts } from "#apps/web/shell-texts.ts";
import { LanguageSwitch } from "#ui/LanguageSwitch.tsx";
import { useWords } from "#ui/language.tsx";

export function SignInFrame({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const { say } = useWords();
  useEffect(() => {
    document.title = `${title} · ${say(shellTexts.product)}`;
  }, [title, say]);
  return (
    <main className="sign-in">
      <header className="sign-in-head">
        <p className="sign-in-brand">
          <strong>{say(shellTexts.product)}</strong>
          <span className="quiet">{say(shellTexts.tagline)}</span>
        </p>
        <LanguageSwitch />
      </header>
      <div className="sign-in-card">
        <h1>{title}</h1>
        {children}
      </div>
    </main>
  );
}
