import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { cases } from "#domains/approvals/web/approvals-client.ts";
import { CaseAbout } from "#domains/approvals/web/CaseAbout.tsx";
import { CaseActions } from "#domains/approvals/web/CaseActions.tsx";
import { CaseMaterials } from "#domains/approvals/web/CaseMaterials.tsx";
import { CaseNotices } from "#domains/approvals/web/CaseNotices.tsx";
import { CasePromises } from "#domains/approvals/web/CasePromises.tsx";
import { CaseResult } from "#domains/approvals/web/CaseResult.tsx";
import { CaseTimeline } from "#domains/approvals/web/CaseTimeline.tsx";
import { CaseLine, CaseTitle } from "#domains/approvals/web/CaseTitle.tsx";
import { caseTexts } from "#domains/approvals/web/case-texts.ts";
import { PublishedTimeline } from "#domains/approvals/web/PublishedTimeline.tsx";
import { AppLink } from "#ui/AppLink.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView } from "#ui/Page.tsx";
import { Loaded } from "#ui/StateViews.tsx";

/** One case for whoever applied: the published timeline, what is asked of them, and the result to collect. */
export function Page() {
  const { say, language } = useWords();
  const id = useParams({ strict: false, select: (params: Record<string, string>) => params["id"] ?? "" });
  const opened = useQuery({ queryKey: ["approvals", "case", id], queryFn: () => cases.openCase({ id }) });
  const timeline = useQuery({ queryKey: ["approvals", "timeline", id], queryFn: () => cases.caseTimeline({ id }) });
  const view = opened.data;
  return (
    <PageView
      title={view ? `${view.row.matterName[language]} · ${view.row.title}` : say(caseTexts.case)}
      back={<AppLink to="/portal">{say(caseTexts.backPortal)}</AppLink>}
      state={view ? <CaseTitle view={view} /> : null}
      action={view ? <CaseActions view={view} /> : null}
    >
      {view ? <CaseLine view={view} /> : null}
      <Loaded query={opened} rows={10}>
        {(loaded) => (
          <div className="columns">
            <div className="stack">
              <Loaded query={timeline}>{(published) => <PublishedTimeline timeline={published} />}</Loaded>
              <CaseNotices view={loaded} />
              <CaseMaterials view={loaded} />
              <CasePromises view={loaded} />
            </div>
            <div className="stack">
              <CaseResult view={loaded} />
              <CaseAbout view={loaded} />
            </div>
          </div>
        )}
      </Loaded>
      {view ? <CaseTimeline view={view} /> : null}
    </PageView>
  );
}
