import { useState } from "react";
import { HandEvidenceKind, leadStageWords } from "#domains/promotion/contract/lead.ts";
import { leadMoveWords } from "#domains/promotion/contract/lead-texts.ts";
import { AddContract } from "#domains/promotion/web/AddContract.tsx";
import { AttachLeadEvidence } from "#domains/promotion/web/AttachLeadEvidence.tsx";
import { DecideLead } from "#domains/promotion/web/DecideLead.tsx";
import { JudgeLead } from "#domains/promotion/web/JudgeLead.tsx";
import { LogInteraction } from "#domains/promotion/web/LogInteraction.tsx";
import type { Lead, LeadPart, NextMove } from "#domains/promotion/web/lead-of-page.ts";
import { leadTexts as texts } from "#domains/promotion/web/lead-page-texts.ts";
import { MoveLead } from "#domains/promotion/web/MoveLead.tsx";
import { SetPromises } from "#domains/promotion/web/SetPromises.tsx";
import { roleTexts } from "#domains/system/contract/system-texts.ts";
import type { Decision } from "#kernel/policy.ts";
import { AbilityButton } from "#ui/AbilityButton.tsx";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";
import { useSentence } from "#ui/sentences.tsx";

/** What opens beside the page to bring what is missing. */
type Opened =
  | { readonly form: "move"; readonly move: NextMove }
  | { readonly form: "attach"; readonly kind: HandEvidenceKind }
  | { readonly form: "log" | "judge" | "decide" | "contract" | "promises" };

/** What brings what is missing, by its code: the form, and the ability that it asks for. */
const REMEDIES: Readonly<
  Record<string, { readonly form: "log" | "judge" | "decide" | "contract" | "promises"; readonly ability: string }>
> = {
  "missing:interaction": { form: "log", ability: "log" },
  "missing:judgement": { form: "judge", ability: "mark" },
  "missing:worthwhile": { form: "judge", ability: "mark" },
  "missing:decision": { form: "decide", ability: "decide" },
  "missing:formal-contract": { form: "contract", ability: "addContract" },
  "missing:entry-agreement": { form: "contract", ability: "addContract" },
  "missing:promises": { form: "promises", ability: "setPromises" },
};

/** The moves that leave the present stage: what is missing for each, where it is brought from, and the button itself. */
export function NextLeadMoves({ lead }: LeadPart) {
  const { say } = useWords();
  const [opened, setOpened] = useState<Opened>();
  const close = () => setOpened(undefined);
  return (
    <Section title={say(texts.next)}>
      {lead.next.length === 0 ? (
        <p className="section-body">{say(texts.nextNone)}</p>
      ) : (
        <ul className="lead-moves">
          {lead.next.map((move) => (
            <MoveLine key={move.move} lead={lead} move={move} onOpen={setOpened} />
          ))}
        </ul>
      )}
      {opened?.form === "move" ? <MoveLead lead={lead} move={opened.move} onClose={close} /> : null}
      {opened?.form === "attach" ? <AttachLeadEvidence lead={lead} kind={opened.kind} onClose={close} /> : null}
      {opened?.form === "log" ? <LogInteraction lead={lead} onClose={close} /> : null}
      {opened?.form === "judge" ? <JudgeLead lead={lead} onClose={close} /> : null}
      {opened?.form === "decide" ? <DecideLead lead={lead} decision="approve" onClose={close} /> : null}
      {opened?.form === "contract" ? <AddContract lead={lead} onClose={close} /> : null}
      {opened?.form === "promises" ? <SetPromises lead={lead} onClose={close} /> : null}
    </Section>
  );
}

type MoveLineProps = { readonly lead: Lead; readonly move: NextMove; readonly onOpen: (opened: Opened) => void };

function MoveLine({ lead, move, onOpen }: MoveLineProps) {
  const { say } = useWords();
  const sentence = useSentence();
  const [first] = move.missing;
  const ability: Decision | undefined = first === undefined ? lead.abilities["move"] : { allowed: false, because: first };
  const words = leadMoveWords[move.move as keyof typeof leadMoveWords];
  const remedyOf = (code: string): { readonly text: string; readonly opened: Opened } | undefined => {
    const remedy = REMEDIES[code];
    if (remedy !== undefined)
      return lead.abilities[remedy.ability]?.allowed ? { text: say(texts.enterThis), opened: { form: remedy.form } } : undefined;
    const kind = HandEvidenceKind.safeParse(code.slice("missing:".length)).data;
    if (!code.startsWith("missing:") || kind === undefined || !lead.abilities["attachEvidence"]?.allowed) return undefined;
    return { text: say(texts.attachThis), opened: { form: "attach", kind } };
  };
  return (
    <li>
      <div className="list-line">
        <span>
          <strong>{say(texts.moveTo, { stage: say(leadStageWords[move.to]) })}</strong>{" "}
          <span className="quiet">{say(roleTexts[move.by])}</span>
        </span>
        <AbilityButton size="small" ability={ability} onClick={() => onOpen({ form: "move", move })}>
          {say(words)}
        </AbilityButton>
      </div>
      {move.missing.length === 0 ? (
        <span className="quiet">{say(texts.ready)}</span>
      ) : (
        <span className="lead-missing">
          {move.missing.map((code) => {
            const remedy = remedyOf(code);
            return (
              <span key={code}>
                {sentence(code)}
                {remedy ? (
                  <button type="button" className="text-button" onClick={() => onOpen(remedy.opened)}>
                    {remedy.text}
                  </button>
                ) : null}
              </span>
            );
          })}
        </span>
      )}
    </li>
  );
}
