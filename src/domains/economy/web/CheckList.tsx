import type { Check } from "#domains/economy/contract/report-card.ts";
import { cardTexts } from "#domains/economy/web/card-texts.ts";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";
import { StateChip } from "#ui/StateChip.tsx";

/** More than these fold even where nothing is wrong: they would bury the page. */
const SHOWN_PASSED = 5;

/** What is not in order stands open, what is in order folds; each with its outcome in a word and a shape, and what was reckoned. */
export function CheckList({ checks }: { readonly checks: readonly Check[] }) {
  const { say } = useWords();
  const open = checks.filter((check) => check.ok !== true).sort((left, right) => rank(left) - rank(right));
  const passed = checks.filter((check) => check.ok === true);
  return (
    <Section title={say(cardTexts.checks)}>
      {checks.length === 0 ? <p className="section-body">{say(cardTexts.noChecks)}</p> : null}
      <Checks checks={open} />
      {passed.length > 0 ? (
        <details className="folded" open={open.length === 0 && passed.length <= SHOWN_PASSED}>
          <summary>{say(cardTexts.checksPassed, { count: passed.length })}</summary>
          <Checks checks={passed} />
        </details>
      ) : null}
    </Section>
  );
}

function Checks({ checks }: { readonly checks: readonly Check[] }) {
  const { say, language } = useWords();
  return (
    <ul className="list">
      {checks.map((check) => (
        <li key={`${check.name} ${check.detail.zh}`}>
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
  );
}

const rank = (check: Check): number => (check.ok === null ? 2 : check.severity === "error" ? 0 : 1);
