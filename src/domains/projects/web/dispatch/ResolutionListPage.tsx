import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { departmentsOf } from "#domains/projects/web/dispatch/AddResolution.tsx";
import { BurnDownChart } from "#domains/projects/web/dispatch/BurnDownChart.tsx";
import { dispatch } from "#domains/projects/web/dispatch/dispatch-client.ts";
import { resolutionTexts } from "#domains/projects/web/dispatch/dispatch-web-texts.ts";
import { ResolutionDrawer } from "#domains/projects/web/dispatch/ResolutionDrawer.tsx";
import { type Resolution, ResolutionState } from "#domains/projects/web/dispatch/ResolutionState.tsx";
import { usePeople } from "#domains/projects/web/use-people.ts";
import { Choice } from "#ui/Choice.tsx";
import { type Column, DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView, Section } from "#ui/Page.tsx";
import { Empty, Loaded } from "#ui/StateViews.tsx";
import { uiTexts } from "#ui/ui-texts.ts";
import { useAddress } from "#ui/use-address.ts";
import { usePages } from "#ui/use-pages.ts";

const WEEKS = 12;
/** What the choice of the address means to the server. */
const SHOWN = {
  "": { text: resolutionTexts.onlyOpen, ask: { state: "OPEN" } },
  overdue: { text: resolutionTexts.onlyOverdue, ask: { overdue: true } },
  done: { text: resolutionTexts.onlyDone, ask: { state: "DONE" } },
  all: { text: resolutionTexts.whole, ask: {} },
} as const;
type Shown = keyof typeof SHOWN;
const isShown = (value: string): value is Shown => value in SHOWN;

export function Page() {
  const { say } = useWords();
  const [address, change] = useAddress();
  const [opened, setOpened] = useState<string>();
  const asked = address["show"] ?? "";
  const show: Shown = isShown(asked) ? asked : "";
  const filter = { ...SHOWN[show].ask, mine: address["mine"] === "1", departmentId: address["department"] };
  const officials = usePeople();
  const burn = useQuery({ queryKey: ["burn-down"], queryFn: () => dispatch.resolutionBurnDown({ weeks: WEEKS }) });
  const resolutions = usePages(["resolutions", filter], (cursor) => dispatch.listResolutions({ ...filter, cursor, limit: 100 }));
  const week = burn.data?.weeks.at(-1);
  const columns: readonly Column<Resolution>[] = [
    { key: "code", title: say(resolutionTexts.code), short: true, order: (row) => row.code, cell: (row) => row.code, width: "96px" },
    {
      key: "text",
      title: say(resolutionTexts.text),
      cell: (row) => (
        <div>
          {row.text}
          <span className="quiet under">{row.item}</span>
        </div>
      ),
    },
    { key: "owner", title: say(resolutionTexts.owner), short: true, order: (row) => row.owner.name, cell: (row) => row.owner.name },
    { key: "department", title: say(resolutionTexts.department), short: true, wideOnly: true, cell: (row) => row.department ?? "–" },
    { key: "due", title: say(resolutionTexts.due), short: true, order: (row) => row.dueOn, cell: (row) => row.dueOn },
    {
      key: "state",
      title: say(resolutionTexts.state),
      cell: (row) => (
        <span>
          <ResolutionState resolution={row} />
        </span>
      ),
    },
  ];
  return (
    <PageView
      title={say(resolutionTexts.title)}
      state={week ? say(resolutionTexts.pageState, week) : null}
      filters={
        <>
          <Choice
            label={say(resolutionTexts.show)}
            value={show}
            onChange={(value) => change({ show: value })}
            options={Object.entries(SHOWN).map(([value, { text }]) => ({ value, label: say(text) }))}
          />
          <Choice
            label={say(resolutionTexts.owner)}
            value={address["mine"] ?? ""}
            onChange={(value) => change({ mine: value })}
            options={[
              { value: "", label: say(resolutionTexts.everybody) },
              { value: "1", label: say(resolutionTexts.mine) },
            ]}
          />
          <Choice
            label={say(resolutionTexts.department)}
            value={address["department"] ?? ""}
            onChange={(value) => change({ department: value })}
            options={[{ value: "", label: say(uiTexts.all) }, ...departmentsOf(officials.data?.items ?? [])]}
          />
        </>
      }
    >
      <Section title={say(resolutionTexts.burn)}>{burn.data ? <BurnDownChart burn={burn.data} /> : null}</Section>
      <Loaded query={resolutions}>
        {(rows) => (
          <DataTable
            caption={say(resolutionTexts.title)}
            rows={rows}
            columns={columns}
            rowKey={(row) => row.id}
            onOpen={(row) => setOpened(row.id)}
            total={resolutions.total}
            more={resolutions.more}
            empty={<Empty title={say(resolutionTexts.empty)} hint={say(resolutionTexts.emptyHint)} />}
          />
        )}
      </Loaded>
      <ResolutionDrawer resolution={resolutions.data?.find(({ id }) => id === opened)} onClose={() => setOpened(undefined)} />
    </PageView>
  );
}
