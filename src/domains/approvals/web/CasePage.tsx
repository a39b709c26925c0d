import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { cases } from "#domains/approvals/web/approvals-client.ts";
import { CaseAbout } from "#domains/approvals/web/CaseAbout.tsx";
import { CaseActions } from "#domains/approvals/web/CaseActions.tsx";
import { CaseAssists } from "#domains/approvals/web/CaseAssists.tsx";
import { CaseHistory } from "#domains/approvals/web/CaseHistory.tsx";
import { CaseMaterials } from "#domains/approvals/web/CaseMaterials.tsx";
import { CaseNext } from "#domains/approvals/web/CaseNext.tsx";
import { CaseNotices } from "#domains/approvals/web/CaseNotices.tsx";
import { CasePromises } from "#domains/approvals/web/CasePromises.tsx";
import { CaseResult } from "#domains/approvals/web/CaseResult.tsx";
import { CaseReviews } from "#domains/approvals/web/CaseReviews.tsx";
import { CaseTimeline } from "#domains/approvals/web/CaseTimeline.tsx";
import { CaseLine, CaseTitle } from "#domains/approvals/web/CaseTitle.tsx";
import { caseTexts } from "#domains/approvals/web/case-texts.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView } from "#ui/Page.tsx";
import { Loaded } from "#ui/StateViews.tsx";

/** One case for officers: its course as lanes, and below what belongs to it. */
export function Page() {
  const { say, language } = useWords();
  const id = useParams({ strict: false, select: (params: Record<string, string>) => params["id"] ?? "" });
  const opened = useQuery({ queryKey: ["approvals", "case", id], queryFn: () => cases.openCase({ id }) });
  const view = opened.data;
  return (
    <PageView
      title={view ? `${view.row.matterName[language]} · ${view.row.enterprise}` : say(caseTexts.case)}
      back={<AppLink to="/approvals">{say(caseTexts.back)}</AppLink>}
      state={view ? <CaseTitle view={view} /> : null}
      action={view ? <CaseActions view={view} /> : null}
    >
      {view ? <CaseLine view={view} /> : null}
      <Loaded query={opened} rows={10}>
        {(loaded) => (
          <>
            <CaseTimeline view={loaded} />
            <div className="columns">
              <div className="stack">
                <CaseMaterials view={loaded} />
                <CaseReviews view={loaded} />
                <CasePromises view={loaded} />
                <CaseHistory view={loaded} />
              </div>
              <div className="stack">
                <CaseNext view={loaded} />
                <CaseResult view={loaded} />
                <CaseNotices view={loaded} />
                <CaseAbout view={loaded} />
                <CaseAssists view={loaded} />
              </div>
            </div>
          </>
        )}
      </Loaded>
    </PageView>
  );
}
