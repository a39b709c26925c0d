import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { EVENT_KINDS } from "#domains/exchange/contract/event-kinds.ts";
import { type DeliveryRow, DeliveryState } from "#domains/exchange/contract/exchange-operations.ts";
import { exchange } from "#domains/exchange/web/exchange-client.ts";
import { deliveryStates, deliveryWords, hookWords } from "#domains/exchange/web/exchange-words.ts";
import { AbilityButton } from "#ui/AbilityButton.tsx";
import { AppLink } from "#ui/AppLink.tsx";
import { Choice } from "#ui/Choice.tsx";
import { type Column, DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView } from "#ui/Page.tsx";
import { StateChip } from "#ui/StateChip.tsx";
import { Empty, Loaded } from "#ui/StateViews.tsx";
import { useErrorSentence, useSentence } from "#ui/sentences.tsx";
import { useAddress } from "#ui/use-address.ts";
import { useCommand } from "#ui/use-command.ts";
import { usePages } from "#ui/use-pages.ts";
import { useTimes } from "#ui/use-times.ts";

const TONES = { waiting: "plain", delivered: "done", failed: "alert" } as const;
const ATTEMPTS = 8;

export function Page() {
  const { say, language } = useWords();
  const { moment } = useTimes();
  const sentence = useErrorSentence();
  const reason = useSentence();
  const webhookId = useParams({ strict: false, select: (params: Record<string, string>) => params["id"] ?? "" });
  const [address, change] = useAddress();
  const state = DeliveryState.safeParse(address["state"]).data;
  const hooks = useQuery({ queryKey: ["webhooks"], queryFn: () => exchange.listWebhooks({}) });
  const hook = hooks.data?.items.find((one) => one.id === webhookId);
  const deliveries = usePages(
    ["deliveries", webhookId, state],
    (cursor) => exchange.listDeliveries({ webhookId, state, cursor, limit: 100 }),
    (row) => row.state === "waiting",
  );
  const replay = useCommand(
    (deliveryIds: string[] | undefined) => exchange.replayDeliveries({ webhookId, deliveryIds }),
    ["deliveries", "webhooks"],
  );
  const columns: readonly Column<DeliveryRow>[] = [
    { key: "when", short: true, title: say(deliveryWords.when), cell: (row) => moment(row.createdAt) },
    { key: "event", title: say(deliveryWords.event), cell: (row) => EVENT_KINDS[row.kind]?.[language] ?? say(deliveryWords.test) },
    {
      key: "status",
      short: true,
      title: say(deliveryWords.status),
      cell: (row) => <StateChip tone={TONES[row.state]}>{say(deliveryStates[row.state])}</StateChip>,
    },
    {
      key: "answer",
      title: say(deliveryWords.answer),
      cell: (row) => [row.status, row.failure === null ? null : reason(row.failure)].filter((part) => part !== null).join(" · ") || "–",
    },
    { key: "attempts", figure: true, title: say(deliveryWords.attempts), cell: (row) => row.attempts },
    { key: "next", short: true, title: say(deliveryWords.next), cell: (row) => moment(row.nextAt), wideOnly: true },
    {
      key: "actions",
      title: "",
      cell: (row) =>
        row.state === "waiting" ? null : (
          <AbilityButton size="small" ability={hook?.abilities["replay"]} onClick={() => replay.mutate([row.id])}>
            {say(deliveryWords.replay)}
          </AbilityButton>
        ),
    },
  ];
  return (
    <PageView
      title={hook?.name ?? say(hookWords.deliveries)}
      state={say(deliveryWords.state, { attempts: ATTEMPTS })}
      back={<AppLink to="/system/webhooks">{say(hookWords.back)}</AppLink>}
      action={
        hook && hook.failed > 0 ? (
          <AbilityButton ability={hook.abilities["replay"]} loading={replay.isPending} onClick={() => replay.mutate(undefined)}>
            {say(deliveryWords.replayAll)}
          </AbilityButton>
        ) : null
      }
      filters={
        <Choice
          label={say(deliveryWords.status)}
          value={state ?? ""}
          onChange={(value) => change({ state: value })}
          options={[
            { value: "", label: say(deliveryWords.filterAll) },
            ...DeliveryState.options.map((value) => ({ value, label: say(deliveryStates[value]) })),
          ]}
        />
      }
    >
      {replay.error ? (
        <p className="problems" role="alert">
          {sentence(replay.error)}
        </p>
      ) : null}
      <Loaded query={deliveries}>
        {(rows) => (
          <DataTable
            caption={say(hookWords.deliveries)}
            rows={rows}
            rowKey={(row) => row.id}
            columns={columns}
            more={deliveries.more}
            empty={<Empty title={say(deliveryWords.empty)} />}
          />
        )}
      </Loaded>
    </PageView>
  );
}
