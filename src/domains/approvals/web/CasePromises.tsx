import type { CaseView } from "#domains/approvals/contract/case.ts";
import { CommitmentTable } from "#domains/approvals/web/CommitmentTable.tsx";
import { DeferralTable } from "#domains/approvals/web/DeferralTable.tsx";
import { promiseTexts } from "#domains/approvals/web/promise-texts.ts";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";

/** What was promised in this case in place of a paper. */
export function CasePromises({ view }: { readonly view: CaseView }) {
  const { say } = useWords();
  return (
    <>
      {view.commitments.length > 0 ? (
        <Section title={say(promiseTexts.commitmentsOfCase)}>
          <CommitmentTable rows={view.commitments} />
        </Section>
      ) : null}
      {view.deferrals.length > 0 ? (
        <Section title={say(promiseTexts.deferralsOfCase)}>
          <DeferralTable rows={view.deferrals} />
        </Section>
      ) : null}
    </>
  );
}
