import type { Check } from "#domains/economy/contract/report-card.ts";
import { cardTexts } from "#domains/economy/web/card-texts.ts";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";
import { StateChip } from "#ui/StateChip.tsx";

/** Each check with its outcome in a word and a shape, and what was reckoned. */
export function CheckList({ checks }: { readonly checks: readonly Check[] }) {
  const { say, language } = useWords();
  const order = [...checks].sort((left, right) => rank(left) - rank(right));
  return (
    <Section title={say(cardTexts.checks)}>
      {checks.length === 0 ? (
        <p className="section-body">{say(cardTexts.noChecks)}</p>
      ) : (
        <ul className="list">
          {order.map((check) => (
            <li key={check.name}>
              <p className="list-line">
                <strong>{check.title[language]}</strong>
                <StateChip tone={check.ok === true ? "done" : check.ok === false ? "active" : "muted"}>
                  {say(check.ok === true ? cardTexts.checkOk : check.ok === false ? cardTexts.checkFailed : cardTexts.checkUnknown)}
                  {check.ok === false && check.severity === "warning" ? ` · ${say(cardTexts.warning)}` : null}
                </StateChip>
              </p>
              <p className="quiet">{check.detail[language]}</p>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

const rank = (check: Check): number => (check.ok === false ? (check.severity === "error" ? 0 : 1) : check.ok === null ? 2 : 3);
