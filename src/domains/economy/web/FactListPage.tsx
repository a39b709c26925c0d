import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { z } from "zod";
import { FactRow } from "#domains/economy/contract/economy-operations.ts";
import { economy } from "#domains/economy/web/economy-client.ts";
import { FactSourceDrawer } from "#domains/economy/web/FactSourceDrawer.tsx";
import { factTexts, originTexts, statusTexts } from "#domains/economy/web/indicator-texts.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { Choice } from "#ui/Choice.tsx";
import { type Column, DataTable } from "#ui/DataTable.tsx";
import { Figure } from "#ui/Figure.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView } from "#ui/Page.tsx";
import { SearchChoice } from "#ui/SearchChoice.tsx";
import { SearchField } from "#ui/SearchField.tsx";
import { StateChip } from "#ui/StateChip.tsx";
import { Empty, Loaded } from "#ui/StateViews.tsx";
import { sayPeriod } from "#ui/say-period.ts";
import { uiTexts } from "#ui/ui-texts.ts";
import { useAddress } from "#ui/use-address.ts";
import { usePages } from "#ui/use-pages.ts";
import { useTimes } from "#ui/use-times.ts";
import { useViewer } from "#ui/viewer.tsx";

type Row = z.infer<typeof FactRow>;
const Status = FactRow.shape.status;
const TONES = { proposed: "active", accepted: "done", corrected: "done", rejected: "muted", withdrawn: "muted" } as const;

export function Page() {
  const { say, language } = useWords();
  const { moment } = useTimes();
  const { permissions } = useViewer();
  const [address, change] = useAddress();
  const [opened, setOpened] = useState<Row>();
  const catalogue = useQuery({ queryKey: ["indicators"], queryFn: () => economy.listIndicators({}), staleTime: 3_600_000 });
  const filters = {
    region: address["region"] || undefined,
    period: address["period"] || undefined,
    code: address["code"] || undefined,
    status: address["status"] === "all" ? undefined : (Status.safeParse(address["status"]).data ?? "accepted"),
  };
  const facts = usePages(["facts", filters], (cursor) => economy.listFacts({ ...filters, cursor, limit: 100 }));
  const columns: readonly Column<Row>[] = [
    {
      key: "indicator",
      title: say(factTexts.indicator),
      order: (row) => row.indicator,
      cell: (row) => (row.code ? <AppLink to={`/indicators/${row.code}`}>{row.indicator}</AppLink> : row.indicator),
    },
    { key: "region", short: true, title: say(factTexts.region), order: (row) => row.region, cell: (row) => row.region ?? "–" },
    {
      key: "period",
      short: true,
      title: say(factTexts.period),
      order: (row) => row.period,
      cell: (row) => sayPeriod(row.period, language),
    },
    {
      key: "value",
      title: say(factTexts.value),
      figure: true,
      cell: (row) => (
        <Figure value={row.value} unit={row.unit} name={row.indicator} approximation={row.approximation} onOpen={() => setOpened(row)} />
      ),
    },
    {
      key: "growth",
      title: say(factTexts.growth),
      figure: true,
      cell: (row) => <Figure value={row.yoyPct} unit="%" growth name={row.indicator} />,
    },
    {
      key: "status",
      title: say(factTexts.status),
      order: (row) => row.status,
      cell: (row) => <StateChip tone={TONES[row.status]}>{statusTexts[row.status]?.[language]}</StateChip>,
    },
    {
      key: "source",
      title: say(factTexts.source),
      wideOnly: true,
      cell: (row) => <span className="quiet">{[originTexts[row.origin]?.[language], row.sourceTitle].filter(Boolean).join(" · ")}</span>,
    },
    {
      key: "recorded",
      short: true,
      title: say(factTexts.recorded),
      wideOnly: true,
      order: (row) => row.recordedAt,
      cell: (row) => moment(row.recordedAt),
      width: "140px",
    },
  ];
  const importing = permissions.has("economy.record") ? (
    <AppLink to="/facts/import" className="button-link">
      {say(factTexts.import)}
    </AppLink>
  ) : null;
  const filtered = Boolean(filters.region || filters.period || filters.code || address["status"]);
  return (
    <PageView
      title={say(factTexts.title)}
      state={facts.data ? say(factTexts.state, { count: facts.count }) : null}
      action={importing}
      filters={
        <>
          <SearchField label={say(factTexts.region)} value={address["region"] ?? ""} onChange={(region) => change({ region })} />
          <SearchField label={say(factTexts.period)} value={address["period"] ?? ""} onChange={(period) => change({ period })} />
          <SearchChoice
            label={say(factTexts.indicator)}
            value={filters.code ?? ""}
            onChange={(code) => change({ code })}
            options={[
              { value: "", label: say(uiTexts.all) },
              ...(catalogue.data?.items ?? []).map((one) => ({ value: one.code, label: one.name[language] })),
            ]}
          />
          <Choice
            label={say(factTexts.status)}
            value={filters.status ?? "all"}
            onChange={(status) => change({ status })}
            options={[
              { value: "all", label: say(uiTexts.all) },
              ...Status.options.map((value) => ({ value, label: statusTexts[value]?.[language] ?? value })),
            ]}
          />
        </>
      }
    >
      <Loaded query={facts} rows={8}>
        {(rows) => (
          <DataTable
            caption={say(factTexts.title)}
            rows={rows}
            columns={columns}
            rowKey={(row) => row.observationId}
            onOpen={setOpened}
            total={facts.total}
            more={facts.more}
            empty={filtered ? undefined : <Empty title={say(factTexts.empty)} hint={say(factTexts.emptyHint)} action={importing} />}
          />
        )}
      </Loaded>
      <FactSourceDrawer observationId={opened?.observationId} name={opened?.indicator ?? ""} onClose={() => setOpened(undefined)} />
    </PageView>
  );
}
