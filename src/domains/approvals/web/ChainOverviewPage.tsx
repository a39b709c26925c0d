import { useQuery } from "@tanstack/react-query";
import { packages } from "#domains/approvals/web/approvals-client.ts";
import { type MeasuredLink, MedianTable } from "#domains/approvals/web/MedianTable.tsx";
import { chainTexts } from "#domains/approvals/web/package-texts.ts";
import { findLocalDate } from "#kernel/local-date.ts";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView, Section } from "#ui/Page.tsx";
import { Empty, Loaded } from "#ui/StateViews.tsx";
import { useAddress } from "#ui/use-address.ts";
import { useViewer } from "#ui/viewer.tsx";

const isStage = ({ kind }: MeasuredLink): boolean => kind === "stage";

/** From signing to production, over all projects: how long each link takes now, took before, and should take. */
export function Page() {
  const { say } = useWords();
  const { today } = useViewer();
  const [address, change] = useAddress();
  const asOf = findLocalDate(address["asOf"] ?? "");
  const overview = useQuery({ queryKey: ["approvals", "chain", asOf], queryFn: () => packages.chainOverview({ asOf }) });
  const links = overview.data?.links ?? [];
  const compared = links.flatMap(({ medianWorkdays: now, medianBefore: before }) =>
    now === null || before === null ? [] : [Math.sign(now - before)],
  );
  return (
    <PageView
      title={say(chainTexts.title)}
      state={
        overview.data
          ? say(chainTexts.state, {
              asOf: overview.data.asOf,
              from: overview.data.from,
              links: links.length,
              faster: compared.filter((sign) => sign < 0).length,
              slower: compared.filter((sign) => sign > 0).length,
            })
          : null
      }
      filters={
        <div className="filter-day">
          <Field label={say(chainTexts.asOf)} type="date" value={asOf ?? today} max={today} onChange={(day) => change({ asOf: day })} />
        </div>
      }
    >
      <Loaded query={overview} rows={10}>
        {(loaded) =>
          loaded.links.length === 0 ? (
            <Empty title={say(chainTexts.empty)} hint={say(chainTexts.emptyHint)} />
          ) : (
            <>
              <Section title={say(chainTexts.stages)}>
                <MedianTable caption={say(chainTexts.stages)} links={loaded.links.filter(isStage)} />
              </Section>
              <Section title={say(chainTexts.approvalLinks)}>
                <MedianTable caption={say(chainTexts.approvalLinks)} links={loaded.links.filter((link) => !isStage(link))} />
              </Section>
            </>
          )
        }
      </Loaded>
      <p className="quiet">{say(chainTexts.legend)}</p>
    </PageView>
  );
}
