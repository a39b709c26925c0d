import { useNavigate } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import type { CaseRow } from "#domains/approvals/contract/case.ts";
import { cases } from "#domains/approvals/web/approvals-client.ts";
import { useCaseColumns } from "#domains/approvals/web/case-columns.tsx";
import { DeskFilters } from "#domains/approvals/web/DeskFilters.tsx";
import { deskFilters } from "#domains/approvals/web/desk-filters.ts";
import { deskTexts } from "#domains/approvals/web/desk-texts.ts";
import { RunClocks } from "#domains/approvals/web/RunClocks.tsx";
import { DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView } from "#ui/Page.tsx";
import { Empty, Loaded } from "#ui/StateViews.tsx";
import { useAddress } from "#ui/use-address.ts";
import { usePages } from "#ui/use-pages.ts";
import { useViewer } from "#ui/viewer.tsx";

type Counts = Awaited<ReturnType<typeof cases.caseDesk>>["counts"];
const placeOf = (row: CaseRow) => ({ to: `/approvals/${row.id}` });

/** All cases by their clocks: what must be done first stands first. */
export function Page() {
  const { say } = useWords();
  const { permissions } = useViewer();
  const navigate = useNavigate();
  const [address] = useAddress();
  const [counts, setCounts] = useState<Counts>();
  const filters = deskFilters(address);
  const desk = usePages(["approvals", "desk", filters], async (cursor) => {
    const page = await cases.caseDesk({ ...filters, cursor, limit: 50 });
    setCounts(page.counts);
    return page;
  });
  const { number, state, matter, enterprise, project, has, clock } = useCaseColumns(placeOf);
  return (
    <PageView
      title={say(deskTexts.title)}
      state={counts ? say(deskTexts.state, counts) : null}
      action={
        <>
          {permissions.has("approvals.handle") ? <RunClocks /> : null}
          {permissions.has("approvals.apply") ? (
            <Button type="primary" onClick={() => void navigate({ to: "/portal" as never })}>
              {say(deskTexts.apply)}
            </Button>
          ) : null}
        </>
      }
      filters={<DeskFilters />}
    >
      <Loaded query={desk} rows={10}>
        {(rows) => (
          <DataTable
            caption={say(deskTexts.title)}
            rows={rows}
            columns={[number, state, matter, enterprise, project, has, clock]}
            rowKey={(row) => row.id}
            onOpen={(row) => void navigate({ to: placeOf(row).to as never })}
            empty={<Empty title={say(deskTexts.empty)} hint={say(deskTexts.emptyHint)} />}
            total={desk.total}
            more={desk.more}
          />
        )}
      </Loaded>
    </PageView>
  );
}
