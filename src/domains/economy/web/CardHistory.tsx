import { stateWords } from "#domains/economy/contract/card-words.ts";
import type { ReportCardStep } from "#domains/economy/contract/report-card.ts";
import { cardTexts, moveTexts } from "#domains/economy/web/card-texts.ts";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";
import { useTimes } from "#ui/use-times.ts";

export function CardHistory({ steps }: { readonly steps: readonly ReportCardStep[] }) {
  const { say, language } = useWords();
  const { moment } = useTimes();
  return (
    <Section title={say(cardTexts.history)}>
      <ol className="list">
        {[...steps].reverse().map((step) => (
          <li key={`${step.edition}-${step.at}-${step.move}`}>
            <p>
              {step.byName} {moveTexts[step.move]?.[language] ?? say(stateWords[step.to])} <span className="quiet">{moment(step.at)}</span>
            </p>
            {step.reason ? <p className="quiet">{step.reason}</p> : null}
          </li>
        ))}
      </ol>
    </Section>
  );
}
