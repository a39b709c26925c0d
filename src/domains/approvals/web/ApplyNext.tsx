import type { CaseView } from "#domains/approvals/contract/case.ts";
import { applyTexts } from "#domains/approvals/web/portal-texts.ts";
import { useWords } from "#ui/language.tsx";
import { useSentence } from "#ui/sentences.tsx";

/** What is still missing before a draft can be submitted. */
export function ApplyNext({ view }: { readonly view: CaseView }) {
  const { say } = useWords();
  const sentence = useSentence();
  const missing = view.next.find(({ move }) => move === "submit")?.missing ?? [];
  if (missing.length === 0) return null;
  return (
    <div className="notice">
      <p>{say(applyTexts.next)}</p>
      <ul className="bullets">
        {missing.map((code) => (
          <li key={code}>{sentence(code)}</li>
        ))}
      </ul>
    </div>
  );
}
