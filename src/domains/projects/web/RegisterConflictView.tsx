import { conflictFieldWords, conflictStateWords, type RegisterConflict } from "#domains/projects/contract/register-conflict.ts";
import { ConflictSide } from "#domains/projects/web/ConflictSide.tsx";
import { registerConflictTexts } from "#domains/projects/web/register-conflict-texts.ts";
import { AbilityButton } from "#ui/AbilityButton.tsx";
import { AppLink } from "#ui/AppLink.tsx";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";
import { QuoteView } from "#ui/QuoteView.tsx";
import { StateChip } from "#ui/StateChip.tsx";
import { useTimes } from "#ui/use-times.ts";

type RegisterConflictViewProps = { readonly conflict: RegisterConflict; readonly onSettle: () => void };

/** What the document says with its words, beside what the register says. */
export function RegisterConflictView({ conflict, onSettle }: RegisterConflictViewProps) {
  const { say } = useWords();
  const { day } = useTimes();
  const { project, document, field, state } = conflict;
  const name = say(conflictFieldWords[field]);
  return (
    <Section
      title={`${project.code} · ${name}`}
      aside={<StateChip tone={state === "OPEN" ? "alert" : "done"}>{say(conflictStateWords[state])}</StateChip>}
    >
      <div className="sides">
        <article className="side" aria-label={say(registerConflictTexts.said)}>
          <p className="quiet">{say(registerConflictTexts.said)}</p>
          <p className="tile-figure">
            <ConflictSide field={field} value={conflict.said} name={name} />
          </p>
          <QuoteView quote={conflict.quote} />
          <p className="quiet">
            <AppLink to={`/documents/${document.id}`}>{document.title}</AppLink>
            {document.published ? ` · ${day(document.published)}` : null}
          </p>
        </article>
        <article className="side" aria-label={say(registerConflictTexts.registered)}>
          <p className="quiet">{say(registerConflictTexts.registered)}</p>
          <p className="tile-figure">
            <ConflictSide field={field} value={conflict.registered} name={name} />
          </p>
          <p className="quiet">
            <AppLink to={`/projects/${project.id}`}>{project.name}</AppLink>
          </p>
          {state === "OPEN" ? (
            <span>
              <AbilityButton ability={conflict.abilities["resolve"]} onClick={onSettle}>
                {say(registerConflictTexts.settle)}
              </AbilityButton>
            </span>
          ) : null}
        </article>
      </div>
      {conflict.reason ? (
        <p className="section-body">
          {say(registerConflictTexts.decided, {
            state: say(conflictStateWords[state]),
            reason: conflict.reason,
            by: conflict.decidedBy ?? "–",
            on: day(conflict.decidedOn),
          })}
        </p>
      ) : null}
    </Section>
  );
}
