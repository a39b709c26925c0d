import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { AccessCode } from "#domains/approvals/web/AccessCode.tsx";
import { ApplicationForm } from "#domains/approvals/web/ApplicationForm.tsx";
import { ApplyNext } from "#domains/approvals/web/ApplyNext.tsx";
import { cases, matters } from "#domains/approvals/web/approvals-client.ts";
import { CaseActions } from "#domains/approvals/web/CaseActions.tsx";
import { CaseMaterials } from "#domains/approvals/web/CaseMaterials.tsx";
import { MatterLimits } from "#domains/approvals/web/MatterLimits.tsx";
import { MatterMaterials } from "#domains/approvals/web/MatterMaterials.tsx";
import { applyTexts } from "#domains/approvals/web/portal-texts.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView, Section } from "#ui/Page.tsx";
import { Loaded } from "#ui/StateViews.tsx";
import { useAddress } from "#ui/use-address.ts";

/** Form first, saved as a draft; then the materials that the form's answers ask for; then it is submitted. */
export function Page() {
  const { say, language } = useWords();
  const [address, change] = useAddress();
  const [accessCode, setAccessCode] = useState<string | null>();
  const code = useParams({ strict: false, select: (params: Record<string, string>) => params["code"] ?? "" });
  const caseId = address["case"];
  const opened = useQuery({ queryKey: ["approvals", "matter", code], queryFn: () => matters.openMatter({ code }) });
  const drafted = useQuery({
    queryKey: ["approvals", "case", caseId],
    queryFn: () => cases.openCase({ id: caseId ?? "" }),
    enabled: caseId !== undefined,
  });
  const view = caseId === undefined ? undefined : drafted.data;
  const submitted = view !== undefined && view.row.state !== "DRAFT";
  const name = opened.data?.current.matter.name[language] ?? "";
  const state = () => {
    if (!view) return say(applyTexts.stateNew);
    return say(submitted ? applyTexts.stateDone : applyTexts.stateDraft, { number: view.row.number });
  };
  return (
    <PageView
      title={say(applyTexts.title, { name })}
      back={<AppLink to="/portal">{say(applyTexts.back)}</AppLink>}
      state={state()}
      action={
        submitted ? (
          <AppLink to={`/portal/cases/${view.row.id}`} className="button-link">
            {say(applyTexts.openCase)}
          </AppLink>
        ) : view ? (
          <CaseActions view={view} />
        ) : null
      }
    >
      {view && accessCode !== undefined ? <AccessCode number={view.row.number} code={accessCode} /> : null}
      {view && !submitted ? <ApplyNext view={view} /> : null}
      <Loaded query={opened} rows={8}>
        {({ current, versions }) => {
          const matter = versions.find(({ version }) => version === view?.matterVersion)?.matter ?? current.matter;
          return (
            <div className="columns">
              <div className="stack">
                {submitted || (caseId !== undefined && !view) ? null : (
                  <Section title={say(applyTexts.form)}>
                    <ApplicationForm
                      key={view?.row.id ?? "new"}
                      fields={matter.form}
                      view={view}
                      matterCode={code}
                      onDrafted={(id, shownOnce) => {
                        setAccessCode(shownOnce);
                        change({ case: id });
                      }}
                    />
                  </Section>
                )}
                {view ? <CaseMaterials view={view} /> : <MatterMaterials matter={matter} />}
              </div>
              <div className="stack">
                <MatterLimits matter={matter} />
              </div>
            </div>
          );
        }}
      </Loaded>
    </PageView>
  );
}
