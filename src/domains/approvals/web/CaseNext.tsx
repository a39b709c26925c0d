import type { CaseView } from "#domains/approvals/contract/case.ts";
import { caseTexts, moveWords } from "#domains/approvals/web/case-texts.ts";
import { holderWords } from "#domains/approvals/web/desk-texts.ts";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";
import { useSentence } from "#ui/sentences.tsx";

const isMove = (move: string): move is keyof typeof moveWords => move in moveWords;
const isHolder = (by: string): by is keyof typeof holderWords => by in holderWords;

/** What can follow, who has to act, and what is still missing for it. */
export function CaseNext({ view }: { readonly view: CaseView }) {
  const { say } = useWords();
  const sentence = useSentence();
  return (
    <Section title={say(caseTexts.next)}>
      {view.next.length === 0 ? <p className="section-body quiet">{say(caseTexts.nothingNext)}</p> : null}
      <ul className="list next-moves">
        {view.next.map(({ move, by, missing }) => (
          <li key={move}>
            <span>
              {isMove(move) ? say(moveWords[move]) : move}{" "}
              <span className="quiet">{say(caseTexts.nextBy, { by: isHolder(by) ? say(holderWords[by]) : by })}</span>
            </span>
            {missing.length > 0 ? (
              <ul className="bullets quiet">
                {missing.map((code) => (
                  <li key={code}>{sentence(code)}</li>
                ))}
              </ul>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}
