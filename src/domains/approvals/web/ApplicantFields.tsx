import { applyTexts } from "#domains/approvals/web/portal-texts.ts";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useViewer } from "#ui/viewer.tsx";

export type Applicant = {
  readonly title: string;
  readonly enterprise: string;
  readonly uscc: string;
  readonly contactName: string;
  readonly contactPhone: string;
};

type ApplicantFieldsProps = {
  readonly applicant: Applicant;
  readonly onChange: (applicant: Applicant) => void;
  /** Whose application it is stands fast once it is drafted. */
  readonly drafted: boolean;
};

/** At the counter one says for whom; an enterprise's own account applies for its own enterprise. */
export function ApplicantFields({ applicant, onChange, drafted }: ApplicantFieldsProps) {
  const { say } = useWords();
  const { permissions } = useViewer();
  const set = (name: keyof Applicant) => (value: string) => onChange({ ...applicant, [name]: value });
  return (
    <>
      <Field
        label={say(applyTexts.caseTitle)}
        value={applicant.title}
        onChange={set("title")}
        hint={say(applyTexts.caseTitleHint)}
        required
        minLength={2}
        maxLength={160}
      />
      {permissions.has("approvals.read") && !drafted ? (
        <div className="fields-row">
          <Field
            label={say(applyTexts.enterprise)}
            value={applicant.enterprise}
            onChange={set("enterprise")}
            required
            minLength={2}
            maxLength={120}
          />
          <Field label={say(applyTexts.uscc)} value={applicant.uscc} onChange={set("uscc")} maxLength={30} />
        </div>
      ) : null}
      <div className="fields-row">
        <Field label={say(applyTexts.contactName)} value={applicant.contactName} onChange={set("contactName")} maxLength={40} />
        <Field
          label={say(applyTexts.contactPhone)}
          type="tel"
          value={applicant.contactPhone}
          onChange={set("contactPhone")}
          maxLength={30}
        />
      </div>
    </>
  );
}
