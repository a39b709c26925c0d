import { useQuery } from "@tanstack/react-query";
import type { CaseView } from "#domains/approvals/contract/case.ts";
import { cases, matters } from "#domains/approvals/web/approvals-client.ts";
import { caseTexts } from "#domains/approvals/web/case-texts.ts";
import { FactLine, Facts } from "#domains/approvals/web/Facts.tsx";
import { RenewCode } from "#domains/approvals/web/RenewCode.tsx";
import { AppLink } from "#ui/AppLink.tsx";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";
import { Unmask } from "#ui/Unmask.tsx";
import { useViewer } from "#ui/viewer.tsx";

/** What was applied for, by whom, and what the form says; the labels come from the version on which the case stands. */
export function CaseAbout({ view }: { readonly view: CaseView }) {
  const { say, language } = useWords();
  const { permissions } = useViewer();
  const { row } = view;
  const matter = useQuery({
    queryKey: ["approvals", "matter", row.matterCode],
    queryFn: () => matters.openMatter({ code: row.matterCode }),
  });
  const fields = matter.data?.versions.find(({ version }) => version === view.matterVersion)?.matter.form ?? [];
  const answer = (value: string | number | boolean): string =>
    typeof value === "boolean" ? say(value ? caseTexts.yes : caseTexts.no) : String(value);
  return (
    <Section
      title={say(caseTexts.about)}
      aside={
        <>
          {view.abilities["renewCode"]?.allowed ? (
            <RenewCode number={row.number} renew={() => cases.renewAccessCode({ id: row.id, version: view.version })} />
          ) : null}
          <Unmask
            operation="approvals.openCase"
            input={{ id: row.id }}
            shown={[view.contactName, view.contactPhone, ...Object.values(view.form).map(String)]}
            touches={["approvals"]}
          />
        </>
      }
    >
      <Facts>
        <FactLine label={say(caseTexts.matter)}>
          <AppLink to={`/approvals/matters/${row.matterCode}`}>{row.matterName[language]}</AppLink>{" "}
          <span className="quiet">{say(caseTexts.matterVersion, { version: view.matterVersion })}</span>
        </FactLine>
        <FactLine label={say(caseTexts.authority)}>{view.authority}</FactLine>
        <FactLine label={say(caseTexts.handledBy)}>{row.department}</FactLine>
        <FactLine label={say(caseTexts.applicant)}>{row.enterprise}</FactLine>
        <FactLine label={say(caseTexts.uscc)}>{view.uscc}</FactLine>
        <FactLine label={say(caseTexts.contact)}>{[view.contactName, view.contactPhone].filter(Boolean).join(" ")}</FactLine>
        <FactLine label={say(caseTexts.project)}>
          {row.project && permissions.has("approvals.read") ? (
            <AppLink to={`/approvals/chain/${row.project.id}`}>{row.project.name}</AppLink>
          ) : (
            row.project?.name
          )}
        </FactLine>
        <FactLine label={say(caseTexts.submittedOn)}>{row.submittedOn}</FactLine>
        <FactLine label={say(caseTexts.acceptedOn)}>{row.acceptedOn}</FactLine>
        {Object.entries(view.form).map(([key, value]) => (
          <FactLine key={key} label={fields.find((field) => field.key === key)?.label[language] ?? key}>
            {answer(value)}
          </FactLine>
        ))}
      </Facts>
    </Section>
  );
}
