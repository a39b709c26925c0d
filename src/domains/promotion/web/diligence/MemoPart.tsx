import { useState } from "react";
import { type MemoView, recommendationWords } from "#domains/promotion/contract/diligence.ts";
import { paperStateWords } from "#domains/promotion/contract/paper.ts";
import { contractClauseWords } from "#domains/promotion/contract/statement-red-lines.ts";
import { DILIGENCE_TOUCHED, diligence } from "#domains/promotion/web/diligence/diligence-client.ts";
import { diligenceWebTexts as texts } from "#domains/promotion/web/diligence/diligence-web-texts.ts";
import { PaperSteps } from "#domains/promotion/web/diligence/PaperSteps.tsx";
import { PAPER_TONES } from "#domains/promotion/web/diligence/paper-tones.ts";
import type { ViewPart } from "#domains/promotion/web/diligence/view-part.ts";
import { WriteMemo } from "#domains/promotion/web/diligence/WriteMemo.tsx";
import { AbilityButton } from "#ui/AbilityButton.tsx";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";
import { StateChip } from "#ui/StateChip.tsx";
import { useCommand } from "#ui/use-command.ts";

export function MemoPart({ view }: ViewPart) {
  const { say } = useWords();
  const [form, setForm] = useState<"new" | MemoView>();
  return (
    <Section
      title={say(texts.memo)}
      aside={
        <AbilityButton size="small" type="primary" ability={view.abilities["write"]} onClick={() => setForm("new")}>
          {say(texts.writeMemo)}
        </AbilityButton>
      }
    >
      {view.memos.length === 0 ? <p className="section-body quiet">{say(texts.noMemos)}</p> : null}
      <ul className="list">
        {view.memos.map((memo) => (
          <li key={memo.id}>
            <MemoLine leadId={view.lead.id} memo={memo} onEdit={() => setForm(memo)} />
          </li>
        ))}
      </ul>
      {view.clauses.length > 0 ? (
        <div className="section-body stack-small diligence-clauses">
          <h3>{say(texts.clauses)}</h3>
          <ul className="bullets">
            {view.clauses.map((clause) => (
              <li key={`${clause.contractId} ${clause.clause}`}>
                {say(contractClauseWords[clause.clause])}：{clause.words} <span className="quiet">{clause.contract}</span>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {form === undefined ? null : <WriteMemo view={view} memo={form === "new" ? undefined : form} onClose={() => setForm(undefined)} />}
    </Section>
  );
}

type LineProps = { readonly leadId: string; readonly memo: MemoView; readonly onEdit: () => void };

function MemoLine({ leadId, memo, onEdit }: LineProps) {
  const { say } = useWords();
  const submit = useCommand(() => diligence.submitMemo({ id: leadId, memoId: memo.id, version: memo.version }), DILIGENCE_TOUCHED);
  return (
    <div className="stack-small">
      <div className="list-line">
        <strong>
          {say(texts.edition, { edition: memo.edition })} · {say(recommendationWords[memo.recommendation])}
        </strong>
        <StateChip tone={PAPER_TONES[memo.state]}>{say(paperStateWords[memo.state])}</StateChip>
      </div>
      <p className="diligence-said">{memo.summary}</p>
      {memo.conditions.length > 0 ? (
        <ul className="bullets">
          {memo.conditions.map(({ clause, words }) => (
            <li key={clause}>
              {say(contractClauseWords[clause])}：{words}
            </li>
          ))}
        </ul>
      ) : null}
      <span className="quiet">{say(texts.written, { by: memo.writtenBy, on: memo.submittedOn ?? memo.writtenOn })}</span>
      {memo.reviewed ? <span className="quiet">{say(texts.reviewed, memo.reviewed)}</span> : null}
      <PaperSteps
        paper={memo}
        submit={submit}
        onEdit={onEdit}
        run={(approve, review) => diligence.reviewMemo({ id: leadId, memoId: memo.id, version: memo.version, approve, review })}
      />
    </div>
  );
}
