import { useQuery } from "@tanstack/react-query";
import { Channel, channelWords, leadStageWords, lostReasonWords } from "#domains/promotion/contract/lead.ts";
import type { FunnelStage } from "#domains/promotion/contract/lead-operations.ts";
import { useLeadMoney } from "#domains/promotion/web/lead-money.ts";
import { leads } from "#domains/promotion/web/promotion-client.ts";
import { promotionWebTexts as texts } from "#domains/promotion/web/promotion-texts.ts";
import { findLocalDate } from "#kernel/local-date.ts";
import { Choice } from "#ui/Choice.tsx";
import { type Column, DataTable } from "#ui/DataTable.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView, Section } from "#ui/Page.tsx";
import { Loaded } from "#ui/StateViews.tsx";
import { useAddress } from "#ui/use-address.ts";
import "#domains/promotion/web/promotion.css";

/** Where leads are lost between target and landing: bars for the eye, the same figures as a table. */
export function Page() {
  const { say } = useWords();
  const { short } = useLeadMoney();
  const [address, change] = useAddress();
  const channel = Channel.safeParse(address["channel"]).data;
  const filter = { from: findLocalDate(address["from"] ?? ""), to: findLocalDate(address["to"] ?? ""), channel };
  const funnel = useQuery({ queryKey: ["funnel", filter], queryFn: () => leads.leadFunnel(filter) });
  const count = (pick: (stage: FunnelStage) => number) => (row: FunnelStage) => (pick(row) === 0 ? "–" : String(pick(row)));
  const columns: readonly Column<FunnelStage>[] = [
    { key: "stage", title: say(texts.stage), short: true, cell: (row) => say(leadStageWords[row.stage]) },
    { key: "reached", title: say(texts.reached), figure: true, cell: (row) => String(row.reached) },
    {
      key: "pct",
      title: say(texts.ofPrevious),
      figure: true,
      cell: (row) =>
        row.ofPreviousPct === null ? (
          "–"
        ) : (
          <span>
            {row.ofPreviousPct}
            <span className="unit">%</span>
          </span>
        ),
    },
    { key: "amount", title: say(texts.reachedAmount), figure: true, cell: (row) => (row.amountYuan === "0" ? "–" : short(row.amountYuan)) },
    { key: "here", title: say(texts.here), figure: true, cell: count((row) => row.here) },
    { key: "parked", title: say(texts.parked), figure: true, cell: count((row) => row.parked) },
    { key: "lost", title: say(texts.lost), figure: true, cell: count((row) => row.lost) },
    { key: "rejected", title: say(texts.rejected), figure: true, cell: count((row) => row.rejected) },
  ];
  const at = (stage: FunnelStage["stage"]) => funnel.data?.stages.find((one) => one.stage === stage)?.reached ?? 0;
  return (
    <PageView
      title={say(texts.funnel)}
      state={
        funnel.data
          ? say(texts.funnelState, {
              from: funnel.data.from ?? say(texts.beginning),
              to: funnel.data.to,
              count: at("TARGETED"),
              signed: at("SIGNED"),
              landed: at("LANDED"),
            })
          : null
      }
      filters={
        <>
          <span className="filter-day">
            <Field label={say(texts.from)} type="date" value={address["from"] ?? ""} onChange={(from) => change({ from })} />
          </span>
          <span className="filter-day">
            <Field label={say(texts.to)} type="date" value={address["to"] ?? ""} onChange={(to) => change({ to })} />
          </span>
          <Choice
            label={say(texts.channel)}
            value={channel ?? ""}
            onChange={(value) => change({ channel: value })}
            options={[
              { value: "", label: say(texts.all) },
              ...Channel.options.map((value) => ({ value, label: say(channelWords[value]) })),
            ]}
          />
        </>
      }
    >
      <Loaded query={funnel} rows={8}>
        {({ stages, lostReasons }) => (
          <>
            <Section title={say(texts.funnel)}>
              <Bars stages={stages} />
              <p className="section-body quiet">{say(texts.funnelNote)}</p>
            </Section>
            <DataTable caption={say(texts.funnel)} rows={stages} columns={columns} rowKey={(row) => row.stage} />
            <Section title={say(texts.lostReasons)}>
              {lostReasons.length === 0 ? (
                <p className="section-body quiet">{say(texts.lostNone)}</p>
              ) : (
                <ul className="list">
                  {lostReasons.map(({ reason, count: times }) => (
                    <li key={reason} className="list-line">
                      <span>{say(lostReasonWords[reason])}</span>
                      <span>{say(texts.count, { count: times })}</span>
                    </li>
                  ))}
                </ul>
              )}
            </Section>
          </>
        )}
      </Loaded>
    </PageView>
  );
}

function Bars({ stages }: { readonly stages: readonly FunnelStage[] }) {
  const { say } = useWords();
  const most = Math.max(1, ...stages.map(({ reached }) => reached));
  return (
    <ol className="funnel-bars" aria-hidden="true">
      {stages.map((stage) => (
        <li key={stage.stage}>
          <span>{say(leadStageWords[stage.stage])}</span>
          <span className="funnel-track">
            <span style={{ width: `${(stage.reached / most) * 100}%` }} />
          </span>
          <strong>{stage.reached}</strong>
          <span className="quiet">{stage.ofPreviousPct === null ? "" : `${stage.ofPreviousPct}%`}</span>
        </li>
      ))}
    </ol>
  );
}
