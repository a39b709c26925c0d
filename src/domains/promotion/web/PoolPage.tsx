import { useQuery } from "@tanstack/react-query";
import type { z } from "zod";
import { channelWords } from "#domains/promotion/contract/lead.ts";
import type { poolOperations } from "#domains/promotion/contract/pool-operations.ts";
import { useLeadMoney } from "#domains/promotion/web/lead-money.ts";
import { poolTexts as texts } from "#domains/promotion/web/pool-web-texts.ts";
import { pool, TOUCHED } from "#domains/promotion/web/promotion-client.ts";
import { promotionWebTexts } from "#domains/promotion/web/promotion-texts.ts";
import { AbilityButton } from "#ui/AbilityButton.tsx";
import { AppLink } from "#ui/AppLink.tsx";
import { Choice } from "#ui/Choice.tsx";
import { type Column, DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView } from "#ui/Page.tsx";
import { SearchField } from "#ui/SearchField.tsx";
import { Empty, Loaded } from "#ui/StateViews.tsx";
import { useErrorSentence } from "#ui/sentences.tsx";
import { useAddress } from "#ui/use-address.ts";
import { useCommand } from "#ui/use-command.ts";
import { usePages } from "#ui/use-pages.ts";

type Entry = z.output<typeof poolOperations.listPool.output>["items"][number];

export function Page() {
  const { say } = useWords();
  const { short } = useLeadMoney();
  const sentence = useErrorSentence();
  const [address, change] = useAddress();
  const filter = { q: address["q"], pool: address["pool"] };
  const pools = useQuery({ queryKey: ["pool", "all"], queryFn: () => pool.leadPools({}) });
  const list = usePages(["pool", filter], (cursor) => pool.listPool({ ...filter, cursor, limit: 100 }));
  const pick = useCommand((id: string) => pool.pickLead({ id }), TOUCHED);
  const columns: readonly Column<Entry>[] = [
    {
      key: "project",
      title: say(promotionWebTexts.project),
      order: ({ row }) => row.projectName,
      cell: ({ row }) => (
        <div>
          <AppLink to={`/promotion/leads/${row.id}`}>{row.projectName}</AppLink>
          <span className="quiet under">
            {row.code} · {row.party}
          </span>
        </div>
      ),
    },
    {
      key: "channel",
      title: say(promotionWebTexts.channel),
      short: true,
      wideOnly: true,
      cell: ({ row }) => say(channelWords[row.channel]),
    },
    {
      key: "amount",
      title: say(promotionWebTexts.amount),
      figure: true,
      order: ({ row }) => (row.amountYuan === null ? null : Number(row.amountYuan)),
      cell: ({ row }) => short(row.amountYuan),
    },
    {
      key: "pool",
      title: say(texts.pool),
      short: true,
      cell: ({ row }) => pools.data?.pools.find(({ code }) => code === row.pool)?.name ?? row.pool,
    },
    { key: "since", title: say(texts.since), short: true, order: (entry) => entry.since, cell: (entry) => entry.since },
    { key: "previous", title: say(texts.previous), short: true, wideOnly: true, cell: (entry) => entry.previousOwner ?? "–" },
    {
      key: "pick",
      title: say(texts.action),
      cell: (entry) => (
        <AbilityButton
          size="small"
          ability={entry.abilities["pick"]}
          loading={pick.isPending && pick.variables === entry.row.id}
          onClick={() => pick.mutate(entry.row.id)}
        >
          {say(texts.pick)}
        </AbilityButton>
      ),
    },
  ];
  return (
    <PageView
      title={say(texts.title)}
      state={
        pools.data
          ? say(texts.state, {
              picked: pools.data.pickedToday,
              perDay: pools.data.perDay,
              held: pools.data.held,
              most: pools.data.mostHeld,
            })
          : null
      }
      action={
        <AppLink to="/promotion/rules" className="button-link button-link-plain">
          {say(texts.rules)}
        </AppLink>
      }
      filters={
        <>
          <SearchField value={address["q"] ?? ""} onChange={(q) => change({ q })} />
          <Choice
            label={say(texts.pool)}
            value={address["pool"] ?? ""}
            onChange={(value) => change({ pool: value })}
            options={[
              { value: "", label: say(promotionWebTexts.all) },
              ...(pools.data?.pools ?? []).map((one) => ({
                value: one.code,
                label: say(texts.poolCount, { name: one.name, count: one.count }),
              })),
            ]}
          />
        </>
      }
    >
      {pick.error ? (
        <p className="notice notice-alert" role="alert">
          {sentence(pick.error)}
        </p>
      ) : null}
      <Loaded query={list}>
        {(rows) => (
          <DataTable
            caption={say(texts.title)}
            rows={rows}
            columns={columns}
            rowKey={(entry) => entry.row.id}
            total={list.total}
            more={list.more}
            empty={<Empty title={say(texts.empty)} hint={say(texts.emptyHint)} />}
          />
        )}
      </Loaded>
    </PageView>
  );
}
