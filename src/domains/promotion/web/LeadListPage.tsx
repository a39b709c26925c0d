import { useNavigate } from "@tanstack/react-router";
import { Button } from "antd";
import {
  Channel,
  channelWords,
  LeadNature,
  LeadStage,
  LeadStatus,
  leadNatureWords,
  leadStageWords,
  leadStatusWords,
} from "#domains/promotion/contract/lead.ts";
import type { LeadRow } from "#domains/promotion/contract/lead-view.ts";
import { LEAD_STAGES } from "#domains/promotion/rules/lead-lifecycle.ts";
import { LeadDue } from "#domains/promotion/web/LeadDue.tsx";
import { LeadStatusChip } from "#domains/promotion/web/LeadStatusChip.tsx";
import { useLeadMoney } from "#domains/promotion/web/lead-money.ts";
import { leads, leadsExportAddress } from "#domains/promotion/web/promotion-client.ts";
import { promotionWebTexts as texts } from "#domains/promotion/web/promotion-texts.ts";
import type { Text } from "#kernel/texts.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { Choice } from "#ui/Choice.tsx";
import { type Column, DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView } from "#ui/Page.tsx";
import { SearchField } from "#ui/SearchField.tsx";
import { Empty, Loaded } from "#ui/StateViews.tsx";
import { useAddress } from "#ui/use-address.ts";
import { usePages } from "#ui/use-pages.ts";
import { useViewer } from "#ui/viewer.tsx";
import "#domains/promotion/web/promotion.css";

export function Page() {
  const { say } = useWords();
  const { permissions } = useViewer();
  const { short } = useLeadMoney();
  const [address, change] = useAddress();
  const navigate = useNavigate();
  const show = address["show"] ?? "";
  const filter = {
    q: address["q"],
    stage: LeadStage.safeParse(address["stage"]).data,
    status: LeadStatus.safeParse(address["status"]).data,
    channel: Channel.safeParse(address["channel"]).data,
    nature: LeadNature.safeParse(address["nature"]).data,
    mine: show === "mine",
    pooled: show === "pool",
    late: show === "late",
  };
  const list = usePages(["leads", filter], (cursor) => leads.listLeads({ ...filter, cursor, limit: 100 }));
  const choice = <Value extends string>(name: string, label: Text, options: readonly Value[], words: Readonly<Record<Value, Text>>) => (
    <Choice
      label={say(label)}
      value={address[name] ?? ""}
      onChange={(value) => change({ [name]: value })}
      options={[{ value: "", label: say(texts.all) }, ...options.map((value) => ({ value, label: say(words[value]) }))]}
    />
  );
  const columns: readonly Column<LeadRow>[] = [
    { key: "code", title: say(texts.code), short: true, order: (row) => row.code, cell: (row) => row.code },
    {
      key: "project",
      title: say(texts.project),
      order: (row) => row.projectName,
      cell: (row) => (
        <div>
          <AppLink to={`/promotion/leads/${row.id}`}>{row.projectName}</AppLink>
          <span className="quiet under">{row.party}</span>
        </div>
      ),
    },
    { key: "channel", title: say(texts.channel), short: true, wideOnly: true, cell: (row) => say(channelWords[row.channel]) },
    {
      key: "amount",
      title: say(texts.amount),
      figure: true,
      order: (row) => (row.amountYuan === null ? null : Number(row.amountYuan)),
      cell: (row) => short(row.amountYuan),
    },
    {
      key: "stage",
      title: say(texts.stage),
      short: true,
      order: (row) => LEAD_STAGES.indexOf(row.stage),
      cell: (row) => (
        <span>
          {say(leadStageWords[row.stage])} <LeadStatusChip status={row.status} />
        </span>
      ),
    },
    { key: "owner", title: say(texts.owner), short: true, order: (row) => row.owner, cell: (row) => row.owner ?? say(texts.inPool) },
    {
      key: "touched",
      title: say(texts.touched),
      short: true,
      wideOnly: true,
      order: (row) => row.touchedOn,
      cell: (row) => row.touchedOn ?? "–",
    },
    { key: "due", title: say(texts.due), order: (row) => row.due?.on ?? null, cell: (row) => <LeadDue due={row.due} /> },
  ];
  return (
    <PageView
      title={say(texts.list)}
      state={say(texts.listState, { count: list.count })}
      action={
        <>
          <Button href={leadsExportAddress(filter)}>{say(texts.export)}</Button>
          {permissions.has("promotion.work") ? (
            <AppLink to="/promotion/leads/new" className="button-link">
              {say(texts.register)}
            </AppLink>
          ) : null}
        </>
      }
      filters={
        <>
          <SearchField value={address["q"] ?? ""} onChange={(q) => change({ q })} />
          <Choice
            label={say(texts.show)}
            value={show}
            onChange={(value) => change({ show: value })}
            options={[
              { value: "", label: say(texts.all) },
              { value: "mine", label: say(texts.mine) },
              { value: "late", label: say(texts.onlyLate) },
              { value: "pool", label: say(texts.inPool) },
            ]}
          />
          {choice("stage", texts.stage, LeadStage.options, leadStageWords)}
          {choice("status", texts.status, LeadStatus.options, leadStatusWords)}
          {choice("channel", texts.channel, Channel.options, channelWords)}
          {choice("nature", texts.nature, LeadNature.options, leadNatureWords)}
        </>
      }
    >
      <Loaded query={list}>
        {(rows) => (
          <DataTable
            caption={say(texts.list)}
            rows={rows}
            columns={columns}
            rowKey={(row) => row.id}
            onOpen={(row) => void navigate({ to: `/promotion/leads/${row.id}` as never })}
            total={list.total}
            more={list.more}
            empty={<Empty title={say(texts.none)} hint={say(texts.noneHint)} />}
          />
        )}
      </Loaded>
    </PageView>
  );
}
