import { type ComponentType, useState } from "react";
import type { CaseView } from "#domains/approvals/contract/case.ts";
import { AssistCase } from "#domains/approvals/web/AssistCase.tsx";
import { CASE_MOVES, type CaseFormProps, type CaseMove } from "#domains/approvals/web/case-moves.ts";
import { moveWords } from "#domains/approvals/web/case-texts.ts";
import { DecideCase } from "#domains/approvals/web/DecideCase.tsx";
import { DeliverCase } from "#domains/approvals/web/DeliverCase.tsx";
import { isOffered } from "#domains/approvals/web/is-offered.ts";
import { MoveCase } from "#domains/approvals/web/MoveCase.tsx";
import { NoticeSupplement } from "#domains/approvals/web/NoticeSupplement.tsx";
import { PauseCase } from "#domains/approvals/web/PauseCase.tsx";
import { ResumeCase } from "#domains/approvals/web/ResumeCase.tsx";
import { AbilityButton } from "#ui/AbilityButton.tsx";
import { useWords } from "#ui/language.tsx";

/** Steps that ask for more than a word, each with its form. */
const FORMS = {
  noticeSupplement: NoticeSupplement,
  decide: DecideCase,
  deliver: DeliverCase,
  pause: PauseCase,
  resume: ResumeCase,
  assist: AssistCase,
} as const satisfies Partial<Record<keyof typeof moveWords, ComponentType<CaseFormProps>>>;

type Form = keyof typeof FORMS;
/** The procedure itself: the first of these that is allowed is the main button. */
const FORWARD = ["submit", "answerSupplement", "accept", "startReview", "decide", "deliver", "resume"] as const;
const ORDER = [...FORWARD, "noticeSupplement", "pause", "extend", "assist", "refuseToAccept", "terminate", "withdraw"] as const;
type Asking = { readonly form: Form } | { readonly move: CaseMove };

const isForm = (name: string): name is Form => name in FORMS;

/** What this person may do with the case now, by what the server sent with it. */
export function CaseActions({ view }: { readonly view: CaseView }) {
  const { say } = useWords();
  const [asking, setAsking] = useState<Asking>();
  const close = () => setAsking(undefined);
  const offered = ORDER.filter((name) => isOffered(view.abilities[name]));
  const main = FORWARD.find((name) => view.abilities[name]?.allowed);
  const ask = (name: (typeof ORDER)[number]) => {
    if (isForm(name)) return setAsking({ form: name });
    const move = CASE_MOVES.find(({ ability }) => ability === name);
    if (move) setAsking({ move });
  };
  const Form = asking && "form" in asking ? FORMS[asking.form] : undefined;
  return (
    <>
      {offered.map((name) => (
        <AbilityButton key={name} ability={view.abilities[name]} type={name === main ? "primary" : "default"} onClick={() => ask(name)}>
          {say(moveWords[name])}
        </AbilityButton>
      ))}
      {Form ? <Form view={view} onClose={close} /> : null}
      {asking && "move" in asking ? <MoveCase view={view} move={asking.move} onClose={close} /> : null}
    </>
  );
}
