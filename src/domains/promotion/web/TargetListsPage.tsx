import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { TargetListRow } from "#domains/promotion/contract/target.ts";
import { targets } from "#domains/promotion/web/target-client.ts";
import { targetWebTexts as texts } from "#domains/promotion/web/target-web-texts.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { type Column, DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView } from "#ui/Page.tsx";
import { StateChip } from "#ui/StateChip.tsx";
import { Empty, Loaded } from "#ui/StateViews.tsx";
import "#domains/promotion/web/targets.css";

export function Page() {
  const { say, language } = useWords();
  const navigate = useNavigate();
  const lists = useQuery({ queryKey: ["target-lists"], queryFn: () => targets.listTargetLists({}) });
  const open = (lists.data?.items ?? []).filter(({ state }) => state === "OPEN");
  const together = (pick: (row: TargetListRow) => number) => open.reduce((all, row) => all + pick(row), 0);
  const columns: readonly Column<TargetListRow>[] = [
    {
      key: "name",
      title: say(texts.name),
      order: (row) => row.name,
      cell: (row) => (
        <div>
          <AppLink to={`/promotion/targets/${row.id}`}>{row.name}</AppLink>{" "}
          {row.state === "CLOSED" ? <StateChip tone="muted">{say(texts.closed)}</StateChip> : null}
        </div>
      ),
    },
    { key: "place", title: say(texts.place), order: (row) => row.nodeName[language], cell: (row) => row.nodeName[language] },
    { key: "count", title: say(texts.count), figure: true, order: (row) => row.counts.all, cell: (row) => row.counts.all },
    { key: "owned", title: say(texts.owned), figure: true, order: (row) => row.counts.owned, cell: (row) => row.counts.owned },
    { key: "leads", title: say(texts.leads), figure: true, order: (row) => row.counts.leads, cell: (row) => row.counts.leads },
    { key: "locked", title: say(texts.lockedOn), short: true, order: (row) => row.lockedOn, cell: (row) => row.lockedOn },
    { key: "by", title: say(texts.by), short: true, wideOnly: true, cell: (row) => row.by },
  ];
  const screen = (
    <AppLink to="/promotion/screening" className="button-link">
      {say(texts.toScreening)}
    </AppLink>
  );
  return (
    <PageView
      title={say(texts.title)}
      state={
        lists.data
          ? say(texts.state, {
              open: open.length,
              targets: together(({ counts }) => counts.all),
              owned: together(({ counts }) => counts.owned),
              leads: together(({ counts }) => counts.leads),
            })
          : null
      }
      action={screen}
    >
      <Loaded query={lists}>
        {({ items }) => (
          <DataTable
            caption={say(texts.title)}
            rows={items}
            columns={columns}
            rowKey={(row) => row.id}
            onOpen={(row) => void navigate({ to: `/promotion/targets/${row.id}` as never })}
            empty={<Empty title={say(texts.none)} hint={say(texts.noneHint)} action={screen} />}
          />
        )}
      </Loaded>
    </PageView>
  );
}
