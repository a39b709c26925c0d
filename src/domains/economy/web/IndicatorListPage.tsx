import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { z } from "zod";
import type { IndicatorView } from "#domains/economy/contract/economy-operations.ts";
import { economy } from "#domains/economy/web/economy-client.ts";
import { indicatorTexts } from "#domains/economy/web/indicator-texts.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { type Column, DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView } from "#ui/Page.tsx";
import { SearchField } from "#ui/SearchField.tsx";
import { Loaded } from "#ui/StateViews.tsx";
import { useAddress } from "#ui/use-address.ts";

type Row = z.infer<typeof IndicatorView>;

const matches = (row: Row, words: string): boolean =>
  [row.code, row.name.zh, row.name.en, ...row.aliases].some((name) => name.toLowerCase().includes(words.toLowerCase()));

export function Page() {
  const { say, language } = useWords();
  const navigate = useNavigate();
  const [address, change] = useAddress();
  const catalogue = useQuery({ queryKey: ["indicators"], queryFn: () => economy.listIndicators({}), staleTime: 3_600_000 });
  const words = address["q"] ?? "";
  const columns: readonly Column<Row>[] = [
    {
      key: "name",
      title: say(indicatorTexts.name),
      order: (row) => row.name[language],
      cell: (row) => <AppLink to={`/indicators/${row.code}`}>{row.name[language]}</AppLink>,
    },
    {
      key: "unit",
      title: say(indicatorTexts.unit),
      order: (row) => row.unit,
      cell: (row) => row.unitName[language],
      width: language === "en" ? "160px" : "88px",
    },
    { key: "calibre", title: say(indicatorTexts.calibre), cell: (row) => row.calibre[language] },
    {
      key: "collector",
      title: say(indicatorTexts.collector),
      wideOnly: true,
      order: (row) => row.collector[language],
      cell: (row) => row.collector[language],
    },
    {
      key: "aliases",
      title: say(indicatorTexts.aliases),
      wideOnly: true,
      cell: (row) => <span className="quiet">{row.aliases.slice(0, 4).join("、")}</span>,
    },
  ];
  return (
    <PageView
      title={say(indicatorTexts.title)}
      state={catalogue.data ? say(indicatorTexts.state, { count: catalogue.data.items.length }) : null}
      filters={<SearchField value={words} onChange={(q) => change({ q })} />}
    >
      <Loaded query={catalogue} rows={10}>
        {({ items }) => {
          const shown = words === "" ? items : items.filter((row) => matches(row, words));
          return (
            <DataTable
              caption={say(indicatorTexts.title)}
              rows={shown}
              columns={columns}
              rowKey={(row) => row.code}
              onOpen={(row) => void navigate({ to: `/indicators/${row.code}` as never })}
              total={shown.length}
            />
          );
        }}
      </Loaded>
    </PageView>
  );
}
