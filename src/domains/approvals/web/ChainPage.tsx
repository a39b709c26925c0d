import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { packages } from "#domains/approvals/web/approvals-client.ts";
import { ChainTable } from "#domains/approvals/web/ChainTable.tsx";
import { ChainWaterfall } from "#domains/approvals/web/ChainWaterfall.tsx";
import { chainTexts } from "#domains/approvals/web/package-texts.ts";
import { findLocalDate } from "#kernel/local-date.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView, Section } from "#ui/Page.tsx";
import { Loaded } from "#ui/StateViews.tsx";
import { useAddress } from "#ui/use-address.ts";
import { useViewer } from "#ui/viewer.tsx";

type Chain = Awaited<ReturnType<typeof packages.projectChain>>;

/** One project from signing to production, link by link, against what was planned. */
export function Page() {
  const { say } = useWords();
  const { today } = useViewer();
  const [address, change] = useAddress();
  const projectId = useParams({ strict: false, select: (params: Record<string, string>) => params["projectId"] ?? "" });
  const asOf = findLocalDate(address["asOf"] ?? "");
  const chain = useQuery({
    queryKey: ["approvals", "chain", projectId, asOf],
    queryFn: () => packages.projectChain({ projectId, asOf }),
  });
  const project = chain.data?.project;
  return (
    <PageView
      title={project ? say(chainTexts.ofProject, { name: project.name }) : say(chainTexts.title)}
      back={<AppLink to="/approvals/chain">{say(chainTexts.back)}</AppLink>}
      state={chain.data ? <StateSentence chain={chain.data} /> : null}
      action={
        <AppLink to="/approvals" search={{ project: projectId, state: "all" }} className="button-link button-link-plain">
          {say(chainTexts.cases)}
        </AppLink>
      }
      filters={
        <div className="filter-day">
          <Field label={say(chainTexts.asOf)} type="date" value={asOf ?? today} max={today} onChange={(day) => change({ asOf: day })} />
        </div>
      }
    >
      <Loaded query={chain} rows={8}>
        {({ links }) => (
          <>
            <Section title={say(chainTexts.picture)} aside={<span className="quiet">{say(chainTexts.workdays)}</span>}>
              <ChainWaterfall links={links} />
            </Section>
            <Section title={say(chainTexts.table)}>
              <ChainTable links={links} />
            </Section>
          </>
        )}
      </Loaded>
    </PageView>
  );
}

function StateSentence({ chain }: { readonly chain: Chain }) {
  const { say, language } = useWords();
  const { asOf, workdays, plannedWorkdays: planned, aheadWorkdays: ahead } = chain;
  if (workdays === null || chain.upTo === null) return null;
  const upTo = chain.upTo[language];
  if (planned === null || ahead === null) return <>{say(chainTexts.projectUsed, { asOf, upTo, workdays })}</>;
  const compared = ahead === 0 ? chainTexts.onPlan : ahead > 0 ? chainTexts.ahead : chainTexts.behind;
  return <>{say(chainTexts.projectState, { asOf, upTo, workdays, planned, ahead: say(compared, { count: Math.abs(ahead) }) })}</>;
}
