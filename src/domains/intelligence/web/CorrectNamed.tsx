import { ProjectStage } from "#domains/intelligence/contract/extraction.ts";
import type { Correction, Proposal } from "#domains/intelligence/contract/intelligence-operations.ts";
import { reviewTexts } from "#domains/intelligence/web/review-texts.ts";
import { Choice } from "#ui/Choice.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { uiTexts } from "#ui/ui-texts.ts";

type CorrectNamedProps = {
  readonly proposal: Exclude<Proposal, { type: "figure" }>;
  readonly correction: Correction;
  readonly onChange: (change: Correction) => void;
};

/** Projects, organisations, policies and mechanisms: a name, and what belongs to it. */
export function CorrectNamed({ proposal, correction, onChange }: CorrectNamedProps) {
  const { say } = useWords();
  const kept = <Value,>(changed: Value | undefined, before: Value): Value => (changed === undefined ? before : changed);
  const { finding } = proposal;
  return (
    <>
      <Field
        label={say(reviewTexts.name)}
        value={kept(correction.name, finding.name)}
        onChange={(name) => onChange({ name })}
        required
        maxLength={200}
        autoFocus
      />
      {proposal.type === "project" ? (
        <div className="fields-row">
          <Field
            label={say(reviewTexts.company)}
            value={kept(correction.company, proposal.finding.company) ?? ""}
            onChange={(company) => onChange({ company: company || null })}
            maxLength={200}
          />
          <Field
            label={say(reviewTexts.investment)}
            value={kept(correction.investmentYuan, proposal.finding.investmentYuan) ?? ""}
            onChange={(value) => onChange({ investmentYuan: value || null })}
            maxLength={40}
          />
          <Choice
            stacked
            label={say(reviewTexts.stage)}
            value={kept(correction.stage, proposal.finding.stage) ?? ""}
            onChange={(stage) => onChange({ stage: ProjectStage.safeParse(stage).data ?? null })}
            options={[{ value: "", label: say(uiTexts.none) }, ...ProjectStage.options.map((value) => ({ value, label: value }))]}
          />
        </div>
      ) : null}
      {proposal.type === "policy" ? (
        <Field
          label={say(reviewTexts.amount)}
          value={kept(correction.amountYuan, proposal.finding.amountYuan) ?? ""}
          onChange={(value) => onChange({ amountYuan: value || null })}
          maxLength={40}
        />
      ) : null}
    </>
  );
}
