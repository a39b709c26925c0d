import { useQuery } from "@tanstack/react-query";
import type { z } from "zod";
import type { DueReport } from "#domains/projects/contract/investment-operations.ts";
import { stageWords } from "#domains/projects/contract/project.ts";
import { investment } from "#domains/projects/web/projects-client.ts";
import { reportTexts } from "#domains/projects/web/reporting/report-texts.ts";
import { Choice } from "#ui/Choice.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView } from "#ui/Page.tsx";
import { SearchField } from "#ui/SearchField.tsx";
import { StateChip } from "#ui/StateChip.tsx";
import { Empty, Loaded } from "#ui/StateViews.tsx";
import { sayPeriod } from "#ui/say-period.ts";
import { useAddress } from "#ui/use-address.ts";
import { useTimes } from "#ui/use-times.ts";

const SHOWN = 60;

/** My projects, those that are missing first; a tap begins the report. */
export function ProjectsToReport({ onChoose }: { readonly onChoose: (projectId: string) => void }) {
  const { say, language } = useWords();
  const [address, change] = useAddress();
  const mine = address["whose"] !== "all";
  const missing = address["missing"] === "1";
  const q = address["q"] || undefined;
  const due = useQuery({
    queryKey: ["reports-due", mine, missing, q],
    queryFn: () => investment.reportsDue({ mine, missing, limit: SHOWN, ...(q ? { q } : {}) }),
  });
  const { data } = due;
  return (
    <PageView
      title={say(reportTexts.title)}
      state={
        data
          ? say(reportTexts.listState, {
              month: sayPeriod(data.month, language),
              due: data.due,
              reported: data.reported,
              missing: data.due - data.reported,
            })
          : null
      }
      filters={
        <>
          <Choice
            label={say(reportTexts.whose)}
            value={mine ? "mine" : "all"}
            onChange={(whose) => change({ whose: whose === "all" ? "all" : "" })}
            options={[
              { value: "mine", label: say(reportTexts.mine) },
              { value: "all", label: say(reportTexts.all) },
            ]}
          />
          <SearchField value={q ?? ""} onChange={(words) => change({ q: words })} label={say(reportTexts.search)} />
          <label className="check">
            <input type="checkbox" checked={missing} onChange={(event) => change({ missing: event.target.checked ? "1" : "" })} />
            {say(reportTexts.onlyMissing)}
          </label>
        </>
      }
    >
      <Loaded query={due}>
        {({ items, due: all, reported }) =>
          items.length === 0 ? (
            <Empty
              title={say(reportTexts.empty)}
              hint={say(reportTexts.emptyHint)}
              action={
                mine ? (
                  <button type="button" className="text-button" onClick={() => change({ whose: "all", q: "" })}>
                    {say(reportTexts.showAll)}
                  </button>
                ) : undefined
              }
            />
          ) : (
            <>
              <ul className="due-list">
                {items.map((item) => (
                  <DueLine key={item.id} item={item} onChoose={() => onChoose(item.id)} />
                ))}
              </ul>
              {items.length < (missing ? all - reported : all) ? (
                <p className="quiet">{say(reportTexts.shortened, { count: (missing ? all - reported : all) - items.length })}</p>
              ) : null}
            </>
          )
        }
      </Loaded>
    </PageView>
  );
}

function DueLine({ item, onChoose }: { readonly item: z.infer<typeof DueReport>; readonly onChoose: () => void }) {
  const { say, language } = useWords();
  const { day } = useTimes();
  return (
    <li>
      <button type="button" className="due-line" onClick={onChoose}>
        <span className="due-name">{item.name}</span>
        <StateChip tone={item.reported ? "done" : "alert"}>{say(item.reported ? reportTexts.reported : reportTexts.missing)}</StateChip>
        <span className="quiet">
          {[item.code, say(stageWords[item.stage]), item.owner === null ? "" : say(reportTexts.owner, { name: item.owner })]
            .filter(Boolean)
            .join(" · ")}
        </span>
        <span className="quiet">
          {item.lastMonth === null
            ? say(reportTexts.neverReported)
            : say(reportTexts.lastReport, { month: sayPeriod(item.lastMonth, language), day: day(item.lastReportedOn) })}
        </span>
      </button>
    </li>
  );
}
