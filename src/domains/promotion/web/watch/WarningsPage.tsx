import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { WarningKind, WarningLevel, warningKindWords, warningLevelWords } from "#domains/promotion/contract/distress-warning.ts";
import type { WarningRow } from "#domains/promotion/contract/watch-operations.ts";
import { WATCH_TOUCHED, watch } from "#domains/promotion/web/diligence/diligence-client.ts";
import { ChooseResident } from "#domains/promotion/web/watch/ChooseResident.tsx";
import { WatchDrawer } from "#domains/promotion/web/watch/WatchDrawer.tsx";
import { watchWebTexts as texts } from "#domains/promotion/web/watch/watch-web-texts.ts";
import { AbilityButton } from "#ui/AbilityButton.tsx";
import { Choice } from "#ui/Choice.tsx";
import { type Column, DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView } from "#ui/Page.tsx";
import { SearchField } from "#ui/SearchField.tsx";
import { StateChip } from "#ui/StateChip.tsx";
import { Empty, Loaded } from "#ui/StateViews.tsx";
import { useAddress } from "#ui/use-address.ts";
import { useCommand } from "#ui/use-command.ts";
import { usePages } from "#ui/use-pages.ts";
import "#domains/promotion/web/diligence/diligence.css";

const TONES = { urgent: "alert", warning: "active", attention: "plain" } as const;

export function Page() {
  const { say, language } = useWords();
  const [address, change] = useAddress();
  const [choosing, setChoosing] = useState(false);
  const open = (resident: string) => change({ resident });
  const filter = {
    q: address["q"],
    kind: WarningKind.safeParse(address["kind"]).data,
    level: WarningLevel.safeParse(address["level"]).data,
    mine: address["show"] === "mine",
    ended: address["show"] === "ended",
  };
  const list = usePages(["warnings", filter], (cursor) => watch.listWarnings({ ...filter, cursor, limit: 100 }));
  const head = useQuery({ queryKey: ["warnings", "head"], queryFn: () => watch.listWarnings({ limit: 1 }) });
  const look = useCommand(() => watch.lookAtResidents({}), WATCH_TOUCHED);
  const columns: readonly Column<WarningRow>[] = [
    {
      key: "level",
      title: say(texts.level),
      short: true,
      cell: ({ warning }) => <StateChip tone={TONES[warning.level]}>{say(warningLevelWords[warning.level])}</StateChip>,
    },
    { key: "kind", title: say(texts.kind), short: true, cell: ({ warning }) => say(warningKindWords[warning.kind]) },
    {
      key: "enterprise",
      title: say(texts.enterprise),
      order: ({ enterprise }) => enterprise,
      cell: (row) => (
        <div>
          <button type="button" className="text-button" onClick={() => open(row.enterpriseId)}>
            {row.enterprise}
          </button>
          {row.warning.subject === null ? null : <span className="quiet under">{row.warning.subject}</span>}
        </div>
      ),
    },
    { key: "reasons", title: say(texts.reasons), cell: ({ warning }) => warning.reasons[0]?.[language] ?? "–" },
    { key: "helps", title: say(texts.helps), wideOnly: true, cell: ({ warning }) => warning.helps[0]?.[language] ?? "–" },
    { key: "liaison", title: say(texts.liaison), short: true, cell: ({ liaison }) => liaison ?? "–" },
    { key: "raised", title: say(texts.raised), short: true, order: ({ raisedOn }) => raisedOn, cell: ({ raisedOn }) => raisedOn },
  ];
  const counts = Object.fromEntries((head.data?.levels ?? []).map(({ level, count }) => [level, count]));
  const any = { value: "", label: say(texts.all) };
  return (
    <PageView
      title={say(texts.title)}
      state={head.data ? (head.data.lookedOn === null ? say(texts.never) : say(texts.state, { ...counts, on: head.data.lookedOn })) : null}
      action={
        <>
          <AbilityButton loading={look.isPending} ability={head.data?.abilities["look"]} onClick={() => look.mutate(undefined)}>
            {say(texts.look)}
          </AbilityButton>
          <AbilityButton type="primary" ability={head.data?.abilities["look"]} onClick={() => setChoosing(true)}>
            {say(texts.enterAny)}
          </AbilityButton>
        </>
      }
      filters={
        <>
          <SearchField value={address["q"] ?? ""} onChange={(q) => change({ q })} />
          <Choice
            label={say(texts.level)}
            value={address["level"] ?? ""}
            onChange={(level) => change({ level })}
            options={[any, ...WarningLevel.options.toReversed().map((value) => ({ value, label: say(warningLevelWords[value]) }))]}
          />
          <Choice
            label={say(texts.kind)}
            value={address["kind"] ?? ""}
            onChange={(kind) => change({ kind })}
            options={[any, ...WarningKind.options.map((value) => ({ value, label: say(warningKindWords[value]) }))]}
          />
          <Choice
            label={say(texts.show)}
            value={address["show"] ?? ""}
            onChange={(show) => change({ show })}
            options={[
              { value: "", label: say(texts.standing) },
              { value: "mine", label: say(texts.mine) },
              { value: "ended", label: say(texts.ended) },
            ]}
          />
        </>
      }
    >
      <Loaded query={list}>
        {(rows) => (
          <DataTable
            caption={say(texts.title)}
            rows={rows}
            columns={columns}
            rowKey={({ id }) => id}
            onOpen={(row) => open(row.enterpriseId)}
            total={list.total}
            more={list.more}
            empty={<Empty title={say(texts.empty)} hint={say(texts.emptyHint)} />}
          />
        )}
      </Loaded>
      {address["resident"] ? <WatchDrawer enterpriseId={address["resident"]} onClose={() => open("")} /> : null}
      {choosing ? (
        <ChooseResident
          onChoose={(id) => {
            setChoosing(false);
            open(id);
          }}
          onClose={() => setChoosing(false)}
        />
      ) : null}
    </PageView>
  );
}
