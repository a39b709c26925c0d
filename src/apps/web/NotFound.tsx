import { AppLink } from "#ui/AppLink.tsx";
import { useWords } from "#ui/language.tsx";
import { Empty } from "#ui/StateViews.tsx";
import { uiTexts } from "#ui/ui-texts.ts";

export function NotFound() {
  const { say } = useWords();
  return (
    <main className="page">
      <Empty title={say(uiTexts.notFound)} hint={say(uiTexts.notFoundHint)} action={<AppLink to="/">{say(uiTexts.home)}</AppLink>} />
    </main>
  );
}
