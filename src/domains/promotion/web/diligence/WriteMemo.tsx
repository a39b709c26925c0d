import { useState } from "react";
import { type MemoView, Recommendation, recommendationWords } from "#domains/promotion/contract/diligence.ts";
import { ContractClause, contractClauseWords } from "#domains/promotion/contract/statement-red-lines.ts";
import { DILIGENCE_TOUCHED, diligence } from "#domains/promotion/web/diligence/diligence-client.ts";
import { diligenceWebTexts as texts } from "#domains/promotion/web/diligence/diligence-web-texts.ts";
import type { ViewForm } from "#domains/promotion/web/diligence/view-part.ts";
import { Choice } from "#ui/Choice.tsx";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";

/** Advice, its reasons, and what the contract is to say; the clauses that a red line asks for are marked. */
export function WriteMemo({ view, memo, onClose }: ViewForm & { readonly memo: MemoView | undefined }) {
  const { say } = useWords();
  const [recommendation, setRecommendation] = useState<Recommendation>(memo?.recommendation ?? "conditional");
  const [summary, setSummary] = useState(memo?.summary ?? "");
  const [words, setWords] = useState<Readonly<Partial<Record<ContractClause, string>>>>(
    Object.fromEntries((memo?.conditions ?? []).map((condition) => [condition.clause, condition.words])),
  );
  const asked = new Set(view.now.report?.clauses ?? []);
  const conditions = ContractClause.options.flatMap((clause) => {
    const text = words[clause]?.trim() ?? "";
    return text === "" ? [] : [{ clause, words: text }];
  });
  const take = useCommand(
    () =>
      diligence.writeMemo({
        id: view.lead.id,
        ...(memo === undefined ? {} : { version: memo.version }),
        recommendation,
        summary,
        conditions: recommendation === "conditional" ? conditions : [],
      }),
    DILIGENCE_TOUCHED,
    onClose,
  );
  return (
    <CommandForm
      open
      wide
      title={say(texts.writeMemo)}
      submit={say(texts.enter)}
      busy={take.isPending}
      error={take.error}
      onSubmit={() => take.mutate(undefined)}
      onClose={onClose}
    >
      <Choice
        stacked
        label={say(texts.recommendation)}
        value={recommendation}
        onChange={(value) => setRecommendation(Recommendation.parse(value))}
        options={Recommendation.options.map((value) => ({ value, label: say(recommendationWords[value]) }))}
      />
      <Field label={say(texts.summary)} value={summary} onChange={setSummary} rows={6} minLength={10} maxLength={4000} required autoFocus />
      {recommendation === "conditional" ? (
        <>
          <p className="quiet">{say(texts.conditionsHint)}</p>
          {ContractClause.options.map((clause) => (
            <Field
              key={clause}
              label={say(contractClauseWords[clause])}
              value={words[clause] ?? ""}
              onChange={(text) => setWords((before) => ({ ...before, [clause]: text }))}
              rows={2}
              maxLength={500}
              {...(asked.has(clause) ? { hint: say(texts.asked) } : {})}
            />
          ))}
        </>
      ) : null}
    </CommandForm>
  );
}
