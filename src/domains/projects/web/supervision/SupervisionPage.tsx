import {
  SupervisionKind,
  SupervisionState,
  type SupervisionView,
  supervisionKindWords,
  supervisionStateWords,
} from "#domains/projects/contract/supervision-operations.ts";
import { supervision } from "#domains/projects/web/projects-client.ts";
import { KindTabs } from "#domains/projects/web/supervision/KindTabs.tsx";
import { SelectionBar } from "#domains/projects/web/supervision/SelectionBar.tsx";
import { SupervisionDrawer } from "#domains/projects/web/supervision/SupervisionDrawer.tsx";
import { SupervisionStatistics } from "#domains/projects/web/supervision/SupervisionStatistics.tsx";
import { SupervisionTable } from "#domains/projects/web/supervision/SupervisionTable.tsx";
import "#domains/projects/web/supervision/supervision.css";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { supervisionTexts } from "#domains/projects/web/supervision/supervision-texts.ts";
import { Choice } from "#ui/Choice.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView } from "#ui/Page.tsx";
import { Loaded } from "#ui/StateViews.tsx";
import { useAddress } from "#ui/use-address.ts";
import { usePages } from "#ui/use-pages.ts";
import { useViewer } from "#ui/viewer.tsx";

const STATISTICS = "statistics";

export function Page() {
  const { say } = useWords();
  const [address, change] = useAddress();
  const tab = address["kind"] ?? "";
  const kind = SupervisionKind.safeParse(tab).data;
  const state = SupervisionState.safeParse(address["state"]).data;
  const filters = {
    kind,
    state,
    open: state === undefined && address["state"] !== "every",
    late: address["late"] === "1",
    mine: address["mine"] === "1",
  };
  const list = usePages(["supervision", filters], (cursor) => supervision.listSupervision({ ...filters, cursor, limit: 50 }));
  const standing = useQuery({
    queryKey: ["supervision", "standing"],
    queryFn: async () => (await supervision.listSupervision({ limit: 1 })).standing,
  });
  const of = new Map((standing.data ?? []).map((one) => [one.kind, one]));
  const all = [...of.values()].reduce((sum, one) => ({ open: sum.open + one.open, late: sum.late + one.late }), { open: 0, late: 0 });
  const toIssue = useQuery({
    queryKey: ["supervision", "to-issue"],
    queryFn: async () => (await supervision.listSupervision({ state: "OPEN", limit: 1 })).total ?? 0,
  });
  const { permissions } = useViewer();
  const [chosen, setChosen] = useState<ReadonlyMap<string, SupervisionView>>(new Map());
  const choose = (items: readonly SupervisionView[]) => setChosen(new Map(items.map((item) => [item.id, item])));
  const waitingHere = useQuery({
    queryKey: ["supervision", "waiting", filters],
    queryFn: async () =>
      state !== undefined && state !== "OPEN"
        ? 0
        : ((await supervision.listSupervision({ kind, late: filters.late, mine: filters.mine, state: "OPEN", limit: 1 })).total ?? 0),
    enabled: permissions.has("projects.supervise"),
  });
  const selection =
    (waitingHere.data ?? 0) === 0
      ? undefined
      : {
          chosen: new Set(chosen.keys()),
          onToggle: (item: SupervisionView) =>
            choose(chosen.has(item.id) ? [...chosen.values()].filter(({ id }) => id !== item.id) : [...chosen.values(), item]),
        };
  const named = (name: string, count: number | undefined) => (count === undefined ? name : say(supervisionTexts.countOf, { name, count }));
  return (
    <PageView
      title={say(supervisionTexts.title)}
      state={standing.data && toIssue.data !== undefined ? say(supervisionTexts.state, { ...all, toIssue: toIssue.data }) : null}
      filters={
        tab === STATISTICS ? null : (
          <>
            <Choice
              label={say(supervisionTexts.stateFilter)}
              value={state ?? (address["state"] === "every" ? "every" : "")}
              onChange={(value) => change({ state: value })}
              options={[
                { value: "", label: say(supervisionTexts.open) },
                ...SupervisionState.options.map((value) => ({ value, label: say(supervisionStateWords[value]) })),
                { value: "every", label: say(supervisionTexts.every) },
              ]}
            />
            {(["late", "mine"] as const).map((name) => (
              <label key={name} className="check">
                <input type="checkbox" checked={filters[name]} onChange={(event) => change({ [name]: event.target.checked ? "1" : "" })} />
                {say(supervisionTexts[name])}
              </label>
            ))}
          </>
        )
      }
    >
      <KindTabs
        value={tab}
        tabs={[
          { value: "", label: named(say(supervisionTexts.all), standing.data && all.open) },
          ...SupervisionKind.options.map((value) => ({
            value,
            label: named(say(supervisionKindWords[value]), standing.data && (of.get(value)?.open ?? 0)),
          })),
          { value: STATISTICS, label: say(supervisionTexts.statistics) },
        ]}
      />
      {tab === STATISTICS ? (
        <SupervisionStatistics />
      ) : (
        <>
          <SelectionBar
            waiting={waitingHere.data ?? 0}
            filters={{ kind, late: filters.late, mine: filters.mine }}
            chosen={[...chosen.values()]}
            onChoose={choose}
          />
          <Loaded query={list} rows={8}>
            {(rows) => (
              <SupervisionTable
                rows={rows}
                total={list.total}
                more={list.more}
                onOpen={(item) => change({ item: item.id })}
                selection={selection}
              />
            )}
          </Loaded>
        </>
      )}
      {address["item"] ? <SupervisionDrawer key={address["item"]} id={address["item"]} onClose={() => change({ item: "" })} /> : null}
    </PageView>
  );
}
