import { readingWords, type StatedCompletionView, statementStateWords } from "#domains/projects/contract/stated-completion.ts";
import { completionTexts } from "#domains/projects/web/completions/completion-texts.ts";
import { type Decimal, round, shift } from "#kernel/decimal.ts";
import { AbilityButton } from "#ui/AbilityButton.tsx";
import { AppLink } from "#ui/AppLink.tsx";
import { Figure } from "#ui/Figure.tsx";
import { useWords } from "#ui/language.tsx";
import { QuoteView } from "#ui/QuoteView.tsx";
import { StateChip } from "#ui/StateChip.tsx";
import { sayPeriod } from "#ui/say-period.ts";
import { useTimes } from "#ui/use-times.ts";

type StatedCompletionProps = { readonly item: StatedCompletionView; readonly onChoose: () => void };

const inYi = (yuan: Decimal): Decimal => round(shift(yuan, -8), 2);

/** The document's words, and what either reading makes of the plan. */
export function StatedCompletion({ item, onChoose }: StatedCompletionProps) {
  const { say, language } = useWords();
  const { day } = useTimes();
  const about = say(completionTexts.about, {
    region: item.region ?? "–",
    period: sayPeriod(item.period, language),
    subject: item.subject,
  });
  return (
    <article className="section-body stack-small" aria-label={about}>
      <p className="actions">
        <strong>{about}</strong>
        <StateChip tone={item.state === "NEEDS_REVIEW" ? "alert" : "done"}>{say(statementStateWords[item.state])}</StateChip>
        <AbilityButton ability={item.abilities["choose"]} type={item.state === "NEEDS_REVIEW" ? "primary" : "default"} onClick={onChoose}>
          {say(item.state === "NEEDS_REVIEW" ? completionTexts.choose : completionTexts.revise)}
        </AbilityButton>
      </p>
      <QuoteView quote={item.quote} />
      <p className="quiet">
        <AppLink to={`/documents/${item.document.id}`}>{item.document.title}</AppLink>
        {item.document.published ? ` · ${day(item.document.published)}` : null}
      </p>
      <div className="sides">
        {item.readings.map(({ reading, ratePct, planYuan }) => {
          const name = say(readingWords[reading], { pct: item.statedPct });
          return (
            <div key={reading} className="side">
              <p>
                {name} {item.chosen === reading ? <StateChip tone="done">{say(completionTexts.chosen)}</StateChip> : null}
              </p>
              <p className="quiet">{say(completionTexts.plan)}</p>
              <p className="tile-figure">
                <Figure value={inYi(planYuan)} unit="亿元" name={name} />
              </p>
              <p className="quiet">
                {say(completionTexts.invested)} <Figure value={inYi(item.actualYuan)} unit="亿元" name={say(completionTexts.invested)} /> ·{" "}
                {say(completionTexts.rate, { pct: ratePct })}
              </p>
            </div>
          );
        })}
      </div>
      {item.decisions.map((decision) => (
        <p key={`${decision.on}-${decision.reading}-${decision.reason}`} className="quiet">
          {say(completionTexts.decided, {
            reading: say(readingWords[decision.reading], { pct: item.statedPct }),
            reason: decision.reason,
            by: decision.by,
            on: day(decision.on),
          })}
        </p>
      ))}
    </article>
  );
}
