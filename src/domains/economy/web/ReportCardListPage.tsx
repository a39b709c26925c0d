import { useNavigate } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import type { z } from "zod";
import { stateWords } from "#domains/economy/contract/card-words.ts";
import type { CardRow } from "#domains/economy/contract/economy-operations.ts";
import { ReportCardState } from "#domains/economy/contract/report-card.ts";
import { CardStateChip } from "#domains/economy/web/CardStateChip.tsx";
import { cardTexts } from "#domains/economy/web/card-texts.ts";
import { DraftCard } from "#domains/economy/web/DraftCard.tsx";
import { economy } from "#domains/economy/web/economy-client.ts";
import { WaitsFor } from "#domains/economy/web/WaitsFor.tsx";
import { localDateOf } from "#kernel/local-date.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { Choice } from "#ui/Choice.tsx";
import { type Column, DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView } from "#ui/Page.tsx";
import { Empty, Loaded } from "#ui/StateViews.tsx";
import { sayPeriod } from "#ui/say-period.ts";
import { uiTexts } from "#ui/ui-texts.ts";
import { useAddress } from "#ui/use-address.ts";
import { usePages } from "#ui/use-pages.ts";
import { useViewer } from "#ui/viewer.tsx";

type Row = z.infer<typeof CardRow>;

export function Page() {
  const { say, language } = useWords();
  const { permissions, zone } = useViewer();
  const navigate = useNavigate();
  const [address, change] = useAddress();
  const [drafting, setDrafting] = useState(false);
  const state = ReportCardState.safeParse(address["state"]).data;
  const cards = usePages(["report-cards", state], (cursor) => economy.listReportCards({ state, cursor, limit: 100 }));
  const published = cards.data?.filter((card) => card.state === "PUBLISHED" || card.state === "REVISED").length ?? 0;
  const draft = permissions.has("economy.draft") ? (
    <Button type="primary" onClick={() => setDrafting(true)}>
      {say(cardTexts.draft)}
    </Button>
  ) : null;
  const titleOf = (row: Row) => (language === "en" && row.titleEn) || row.title;
  const columns: readonly Column<Row>[] = [
    {
      key: "title",
      title: say(cardTexts.cardTitle),
      order: titleOf,
      cell: (row) => <AppLink to={`/report-cards/${row.id}`}>{titleOf(row)}</AppLink>,
    },
    {
      key: "period",
      short: true,
      title: say(cardTexts.period),
      order: (row) => row.period,
      cell: (row) => sayPeriod(row.period, language),
    },
    { key: "region", short: true, title: say(cardTexts.region), wideOnly: true, order: (row) => row.region, cell: (row) => row.region },
    {
      key: "state",
      title: say(cardTexts.state),
      order: (row) => ReportCardState.options.indexOf(row.state),
      cell: (row) => (
        <>
          <CardStateChip state={row.state} />
          {row.waitsFor ? (
            <span className="quiet under">
              <WaitsFor waiting={row.waitsFor} />
            </span>
          ) : null}
        </>
      ),
    },
    { key: "signer", title: say(cardTexts.signer), wideOnly: true, cell: (row) => row.signer ?? "–" },
    {
      key: "published",
      short: true,
      title: say(cardTexts.publishedAt),
      order: (row) => row.publishedAt,
      cell: (row) => (row.publishedAt ? localDateOf(row.publishedAt) : "–"),
    },
    {
      key: "public",
      title: say(cardTexts.publicPage),
      cell: (row) => (row.slug ? <AppLink to={`/public/${zone.slug}/${row.slug}`}>{say(cardTexts.publicPage)}</AppLink> : null),
    },
  ];
  return (
    <PageView
      title={say(cardTexts.title)}
      state={cards.data ? say(cardTexts.listState, { total: cards.count, published }) : null}
      action={
        <>
          <AppLink to={`/public/${zone.slug}`} className="button-link button-link-plain">
            {say(cardTexts.publicPages)}
          </AppLink>
          {draft}
        </>
      }
      filters={
        <Choice
          label={say(cardTexts.state)}
          value={state ?? ""}
          onChange={(value) => change({ state: value })}
          options={[
            { value: "", label: say(uiTexts.all) },
            ...ReportCardState.options.map((value) => ({ value, label: say(stateWords[value]) })),
          ]}
        />
      }
    >
      <Loaded query={cards}>
        {(rows) => (
          <DataTable
            caption={say(cardTexts.title)}
            rows={rows}
            columns={columns}
            rowKey={(row) => row.id}
            onOpen={(row) => void navigate({ to: `/report-cards/${row.id}` as never })}
            total={cards.total}
            more={cards.more}
            empty={state ? undefined : <Empty title={say(cardTexts.empty)} hint={say(cardTexts.emptyHint)} action={draft} />}
          />
        )}
      </Loaded>
      {drafting ? <DraftCard onClose={() => setDrafting(false)} /> : null}
    </PageView>
  );
}
