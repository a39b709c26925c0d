import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import { InvestorClass, investorClassWords } from "#domains/promotion/contract/lead.ts";
import { TargetStatus, targetStatusWords } from "#domains/promotion/contract/target.ts";
import { pool } from "#domains/promotion/web/promotion-client.ts";
import { ReasonedCommand } from "#domains/promotion/web/ReasonedCommand.tsx";
import { RefreshView } from "#domains/promotion/web/RefreshView.tsx";
import { ShareOutTargets } from "#domains/promotion/web/ShareOutTargets.tsx";
import { TargetDrawer } from "#domains/promotion/web/TargetDrawer.tsx";
import { TargetTable } from "#domains/promotion/web/TargetTable.tsx";
import { targets, targetsExportAddress } from "#domains/promotion/web/target-client.ts";
import { targetWebTexts as texts } from "#domains/promotion/web/target-web-texts.ts";
import { AbilityButton } from "#ui/AbilityButton.tsx";
import { AppLink } from "#ui/AppLink.tsx";
import { Choice } from "#ui/Choice.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView } from "#ui/Page.tsx";
import { SearchField } from "#ui/SearchField.tsx";
import { Loaded } from "#ui/StateViews.tsx";
import { useAddress } from "#ui/use-address.ts";
import "#domains/promotion/web/targets.css";

export function Page() {
  const { say, language } = useWords();
  const listId = useParams({ strict: false, select: (params: Record<string, string>) => params["listId"] ?? "" });
  const [address, change] = useAddress();
  const [closing, setClosing] = useState(false);
  const [sharing, setSharing] = useState(false);
  const refreshing = address["view"] === "refresh";
  const filter = {
    q: address["q"],
    status: TargetStatus.safeParse(address["status"]).data,
    class: InvestorClass.safeParse(address["class"]).data,
    ownerId: address["owner"],
  };
  const opened = useQuery({
    queryKey: ["target-list", listId, filter],
    queryFn: () => targets.openTargetList({ listId, ...filter }),
    placeholderData: keepPreviousData,
    retry: false,
  });
  const officers = useQuery({ queryKey: ["officers"], queryFn: () => pool.listOfficers({}) });
  const list = opened.data?.list;
  return (
    <PageView
      title={list?.name ?? say(texts.title)}
      back={<AppLink to="/promotion/targets">{say(texts.back)}</AppLink>}
      state={
        list
          ? say(texts.listState, { place: list.nodeName[language], ...list.counts, on: list.lockedOn, by: list.by, pool: list.pool })
          : null
      }
      action={
        <>
          <Button href={targetsExportAddress(listId)}>{say(texts.export)}</Button>
          <AbilityButton ability={list?.abilities["change"]} onClick={() => setSharing(true)}>
            {say(texts.shareOut)}
          </AbilityButton>
          <AbilityButton ability={list?.abilities["close"]} onClick={() => setClosing(true)}>
            {say(texts.close)}
          </AbilityButton>
        </>
      }
      filters={
        <>
          <Choice
            label={say(texts.view)}
            value={refreshing ? "refresh" : ""}
            onChange={(view) => change({ view })}
            options={[
              { value: "", label: say(texts.entries) },
              { value: "refresh", label: say(texts.refresh) },
            ]}
          />
          {refreshing ? null : (
            <>
              <SearchField value={address["q"] ?? ""} onChange={(q) => change({ q })} />
              <Choice
                label={say(texts.status)}
                value={filter.status ?? ""}
                onChange={(status) => change({ status })}
                options={[
                  { value: "", label: say(texts.all) },
                  ...TargetStatus.options.map((value) => ({ value, label: say(targetStatusWords[value]) })),
                ]}
              />
              <Choice
                label={say(texts.class)}
                value={filter.class ?? ""}
                onChange={(value) => change({ class: value })}
                options={[
                  { value: "", label: say(texts.all) },
                  ...InvestorClass.options.map((value) => ({ value, label: say(investorClassWords[value]) })),
                ]}
              />
              <Choice
                label={say(texts.owner)}
                value={address["owner"] ?? ""}
                onChange={(owner) => change({ owner })}
                options={[
                  { value: "", label: say(texts.all) },
                  ...(officers.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
                ]}
              />
            </>
          )}
        </>
      }
    >
      <Loaded query={opened} rows={10}>
        {({ items, list: shown }) =>
          refreshing ? (
            <RefreshView list={shown} />
          ) : (
            <>
              <TargetTable items={items} />
              {address["target"] ? <TargetDrawer targetId={address["target"]} onClose={() => change({ target: "" })} /> : null}
            </>
          )
        }
      </Loaded>
      {sharing && opened.data ? <ShareOutTargets listId={listId} items={opened.data.items} onClose={() => setSharing(false)} /> : null}
      {closing && list ? (
        <ReasonedCommand
          title={say(texts.close)}
          hint={say(texts.closeHint)}
          onClose={() => setClosing(false)}
          run={(because) => targets.closeTargetList({ listId, version: list.version, because })}
        />
      ) : null}
    </PageView>
  );
}
