import { ContractClause, contractClauseWords } from "#domains/promotion/contract/statement-red-lines.ts";
import { diligenceRuleTexts as texts } from "#domains/promotion/web/diligence-rules/diligence-rules-texts.ts";
import { useWords } from "#ui/language.tsx";

type ClauseChoiceProps = {
  readonly line: string;
  readonly clauses: readonly ContractClause[];
  readonly onChange: (clauses: readonly ContractClause[]) => void;
};

/** What the contract is to say once a line is touched. */
export function ClauseChoice({ line, clauses, onChange }: ClauseChoiceProps) {
  const { say } = useWords();
  return (
    // biome-ignore lint/a11y/useSemanticElements: stands within a fieldset of its own line
    <div className="threshold-row" role="group" aria-label={say(texts.clausesOf, { line })}>
      {ContractClause.options.map((clause) => (
        <label key={clause} className="check">
          <input
            type="checkbox"
            checked={clauses.includes(clause)}
            onChange={(event) =>
              onChange(ContractClause.options.filter((one) => (one === clause ? event.target.checked : clauses.includes(one))))
            }
          />
          {say(contractClauseWords[clause])}
        </label>
      ))}
    </div>
  );
}
