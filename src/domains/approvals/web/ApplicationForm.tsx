import { Button } from "antd";
import { type FormEvent, useState } from "react";
import type { CaseView } from "#domains/approvals/contract/case.ts";
import type { MatterField } from "#domains/approvals/contract/matter.ts";
import { AnswerFields } from "#domains/approvals/web/AnswerFields.tsx";
import { type Applicant, ApplicantFields } from "#domains/approvals/web/ApplicantFields.tsx";
import { APPROVALS, cases } from "#domains/approvals/web/approvals-client.ts";
import { answersOf, typedOf } from "#domains/approvals/web/form-answers.ts";
import { ProjectChoice } from "#domains/approvals/web/ProjectChoice.tsx";
import { applyTexts } from "#domains/approvals/web/portal-texts.ts";
import { useWords } from "#ui/language.tsx";
import { useErrorSentence } from "#ui/sentences.tsx";
import { useCommand } from "#ui/use-command.ts";

type ApplicationFormProps = {
  readonly fields: readonly MatterField[];
  readonly matterCode: string;
  /** The draft; without one this form makes it. */
  readonly view: CaseView | undefined;
  readonly onDrafted: (id: string, accessCode: string | null) => void;
};

const EMPTY: Applicant = { title: "", enterprise: "", uscc: "", contactName: "", contactPhone: "" };

/** What comes back masked is not put in its field: it would be stored so. */
const applicantOf = (view: CaseView | undefined): Applicant =>
  view
    ? {
        ...EMPTY,
        title: view.row.title,
        contactName: unmasked(view.contactName),
        contactPhone: unmasked(view.contactPhone),
      }
    : EMPTY;

const unmasked = (text: string): string => (text.includes("**") ? "" : text);
const given = (text: string, name: string) => (text.trim() === "" ? {} : { [name]: text.trim() });

export function ApplicationForm({ fields, matterCode, view, onDrafted }: ApplicationFormProps) {
  const { say } = useWords();
  const sentence = useErrorSentence();
  const [applicant, setApplicant] = useState(() => applicantOf(view));
  const [projectId, setProjectId] = useState(view?.row.project?.id ?? "");
  const [typed, setTyped] = useState(() => typedOf(view?.form ?? {}));
  const shared = () => ({
    title: applicant.title.trim(),
    ...given(applicant.contactName, "contactName"),
    ...given(applicant.contactPhone, "contactPhone"),
    ...given(projectId, "projectId"),
    form: answersOf(fields, typed),
  });
  const draft = useCommand(
    () => cases.draftCase({ matterCode, ...shared(), ...given(applicant.enterprise, "enterprise"), ...given(applicant.uscc, "uscc") }),
    APPROVALS,
    (drafted) => onDrafted(drafted.case.row.id, drafted.accessCode),
  );
  const edit = useCommand((edited: CaseView) => cases.editCase({ id: edited.row.id, version: edited.version, ...shared() }), APPROVALS);
  const error = draft.error ?? edit.error;
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (view) edit.mutate(view);
    else draft.mutate(undefined);
  };
  return (
    <form className="fields section-body" onSubmit={send}>
      <ApplicantFields applicant={applicant} onChange={setApplicant} drafted={view !== undefined} />
      <div className="fields-row">
        <ProjectChoice value={projectId} onChange={setProjectId} />
        <AnswerFields fields={fields} typed={typed} onChange={setTyped} />
      </div>
      {error ? (
        <p className="problems" role="alert">
          {sentence(error)}
        </p>
      ) : null}
      <div className="actions">
        <Button htmlType="submit" type={view ? "default" : "primary"} loading={draft.isPending || edit.isPending}>
          {say(view ? applyTexts.saveChanges : applyTexts.saveDraft)}
        </Button>
        {edit.isSuccess ? <span role="status">{say(applyTexts.saved)}</span> : null}
      </div>
    </form>
  );
}
