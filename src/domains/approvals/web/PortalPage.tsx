import { useQuery } from "@tanstack/react-query";
import { CaseState, caseStateWords } from "#domains/approvals/contract/case.ts";
import { cases, packages, promises } from "#domains/approvals/web/approvals-client.ts";
import { useCaseColumns } from "#domains/approvals/web/case-columns.tsx";
import { DueFromMe } from "#domains/approvals/web/DueFromMe.tsx";
import { dueCases } from "#domains/approvals/web/due-cases.ts";
import { PackageTable } from "#domains/approvals/web/PackageTable.tsx";
import { portalPlace } from "#domains/approvals/web/portal-place.ts";
import { portalTexts } from "#domains/approvals/web/portal-texts.ts";
import { StartSomething } from "#domains/approvals/web/StartSomething.tsx";
import { Choice } from "#ui/Choice.tsx";
import { DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView, Section } from "#ui/Page.tsx";
import { Empty, Loaded } from "#ui/StateViews.tsx";
import { uiTexts } from "#ui/ui-texts.ts";
import { useAddress } from "#ui/use-address.ts";
import { usePages } from "#ui/use-pages.ts";

const ENDED: readonly CaseState[] = ["DELIVERED", "WITHDRAWN", "TERMINATED"];

/** Where an enterprise begins: what waits for it, what it has filed, and what it can start. At the counter the same, for whoever stands there. */
export function Page() {
  const { say } = useWords();
  const [address, change] = useAddress();
  const state = CaseState.safeParse(address["state"]).data;
  const all = usePages(["approvals", "mine"], (cursor) => cases.listMyCases({ cursor, limit: 100 }));
  const mine = usePages(["approvals", "mine", state], (cursor) => cases.listMyCases({ state, cursor, limit: 20 }));
  const own = usePages(["approvals", "packages"], (cursor) => packages.listPackages({ cursor, limit: 20 }));
  const { number, state: stateOf, matter, holder, clock, submitted } = useCaseColumns(portalPlace);
  const rows = all.data ?? [];
  const owed = useQuery({ queryKey: ["approvals", "due"], queryFn: () => promises.dueFromMe({}) });
  const due = dueCases(rows, owed.data);
  return (
    <PageView
      title={say(portalTexts.title)}
      state={
        all.data && owed.data
          ? say(portalTexts.state, {
              due: due.cases,
              drafts: due.drafts,
              running: rows.filter((row) => row.state !== "DRAFT" && !ENDED.includes(row.state)).length,
            })
          : null
      }
    >
      <DueFromMe rows={due.lines} owed={owed.data} />
      <StartSomething />
      <Section
        title={say(portalTexts.mine)}
        aside={
          <Choice
            label={say(portalTexts.filter)}
            value={state ?? ""}
            onChange={(value) => change({ state: value })}
            options={[
              { value: "", label: say(uiTexts.all) },
              ...CaseState.options.map((value) => ({ value, label: say(caseStateWords[value]) })),
            ]}
          />
        }
      >
        <Loaded query={mine}>
          {(list) => (
            <DataTable
              caption={say(portalTexts.mine)}
              rows={list}
              columns={[number, stateOf, matter, holder, clock, submitted]}
              rowKey={(row) => row.id}
              empty={<Empty title={say(portalTexts.noCases)} hint={say(portalTexts.noCasesHint)} />}
              total={mine.total}
              more={mine.more}
            />
          )}
        </Loaded>
      </Section>
      {own.data && own.data.length > 0 ? (
        <Section title={say(portalTexts.myPackages)}>
          <PackageTable rows={own.data} total={own.total} more={own.more} />
        </Section>
      ) : null}
    </PageView>
  );
}
