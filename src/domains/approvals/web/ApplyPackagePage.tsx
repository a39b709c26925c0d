import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { Button } from "antd";
import { type FormEvent, useState } from "react";
import type { PackageDefinition } from "#domains/approvals/contract/package-operations.ts";
import { AccessCode } from "#domains/approvals/web/AccessCode.tsx";
import { AnswerFields } from "#domains/approvals/web/AnswerFields.tsx";
import { type Applicant, ApplicantFields } from "#domains/approvals/web/ApplicantFields.tsx";
import { APPROVALS, packages } from "#domains/approvals/web/approvals-client.ts";
import { answersOf, type Typed } from "#domains/approvals/web/form-answers.ts";
import { PackageMatters } from "#domains/approvals/web/PackageMatters.tsx";
import { ProjectChoice } from "#domains/approvals/web/ProjectChoice.tsx";
import { applyTexts } from "#domains/approvals/web/portal-texts.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView, Section } from "#ui/Page.tsx";
import { Empty, Loaded } from "#ui/StateViews.tsx";
import { useErrorSentence } from "#ui/sentences.tsx";
import { uiTexts } from "#ui/ui-texts.ts";
import { useCommand } from "#ui/use-command.ts";

/** One form for several matters; the shared materials are handed in on the page of the application. */
export function Page() {
  const { say, language } = useWords();
  const code = useParams({ strict: false, select: (params: Record<string, string>) => params["code"] ?? "" });
  const offered = useQuery({ queryKey: ["approvals", "definitions"], queryFn: () => packages.listPackageDefinitions({}) });
  const definition = offered.data?.items.find((item) => item.definition.code === code)?.definition;
  return (
    <PageView
      title={say(applyTexts.title, { name: definition?.name[language] ?? "" })}
      back={<AppLink to="/portal">{say(applyTexts.back)}</AppLink>}
      state={definition ? say(applyTexts.packageState, { count: definition.children.length }) : null}
    >
      <Loaded query={offered}>
        {() =>
          definition ? (
            <div className="columns">
              <Section title={say(applyTexts.form)}>
                <PackageForm definition={definition} />
              </Section>
              <PackageMatters definition={definition} />
            </div>
          ) : (
            <Empty title={say(uiTexts.notFound)} hint={say(uiTexts.notFoundHint)} />
          )
        }
      </Loaded>
    </PageView>
  );
}

const EMPTY: Applicant = { title: "", enterprise: "", uscc: "", contactName: "", contactPhone: "" };
const given = (text: string, name: string) => (text.trim() === "" ? {} : { [name]: text.trim() });

function PackageForm({ definition }: { readonly definition: PackageDefinition }) {
  const { say } = useWords();
  const navigate = useNavigate();
  const sentence = useErrorSentence();
  const [applicant, setApplicant] = useState(EMPTY);
  const [projectId, setProjectId] = useState("");
  const [typed, setTyped] = useState<Typed>({});
  const draft = useCommand(
    () =>
      packages.draftPackage({
        code: definition.code,
        title: applicant.title.trim(),
        ...given(applicant.enterprise, "enterprise"),
        ...given(applicant.uscc, "uscc"),
        ...given(projectId, "projectId"),
        contactName: applicant.contactName.trim(),
        contactPhone: applicant.contactPhone.trim(),
        form: answersOf(definition.form, typed),
      }),
    APPROVALS,
  );
  if (draft.data) {
    const { row } = draft.data.package;
    return (
      <div className="section-body stack">
        <AccessCode number={row.number} code={draft.data.accessCode} />
        <Button type="primary" onClick={() => void navigate({ to: `/approvals/packages/${row.id}` as never })}>
          {say(applyTexts.packageNext)}
        </Button>
      </div>
    );
  }
  const send = (event: FormEvent) => {
    event.preventDefault();
    draft.mutate(undefined);
  };
  return (
    <form className="fields section-body" onSubmit={send}>
      <ApplicantFields applicant={applicant} onChange={setApplicant} drafted={false} />
      <div className="fields-row">
        <ProjectChoice value={projectId} onChange={setProjectId} />
        <AnswerFields fields={definition.form} typed={typed} onChange={setTyped} />
      </div>
      {draft.error ? (
        <p className="problems" role="alert">
          {sentence(draft.error)}
        </p>
      ) : null}
      <div className="actions">
        <Button type="primary" htmlType="submit" loading={draft.isPending}>
          {say(applyTexts.saveDraft)}
        </Button>
      </div>
    </form>
  );
}
