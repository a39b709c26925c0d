import "#domains/projects/web/gantt.css";
import { CourseFilters } from "#domains/projects/web/CourseFilters.tsx";
import { courseTexts, ganttTexts } from "#domains/projects/web/course-texts.ts";
import { GanttChart } from "#domains/projects/web/GanttChart.tsx";
import { GanttLegend } from "#domains/projects/web/GanttLegend.tsx";
import { GanttStrips } from "#domains/projects/web/GanttStrips.tsx";
import { GanttTable } from "#domains/projects/web/GanttTable.tsx";
import { ZOOMS } from "#domains/projects/web/gantt-scale.ts";
import { ganttExportAddress } from "#domains/projects/web/projects-client.ts";
import { useCourseFilter } from "#domains/projects/web/use-course-filter.ts";
import { useGantt } from "#domains/projects/web/use-gantt.ts";
import { useNarrow } from "#domains/projects/web/use-narrow.ts";
import { Choice } from "#ui/Choice.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView } from "#ui/Page.tsx";
import { Empty, Loaded } from "#ui/StateViews.tsx";
import { uiTexts } from "#ui/ui-texts.ts";
import { useAddress } from "#ui/use-address.ts";

export function Page() {
  const { say } = useWords();
  const [address, change] = useAddress();
  const isNarrow = useNarrow();
  const filter = useCourseFilter();
  const gantt = useGantt(filter);
  const zoom = ZOOMS.find((one) => one === address["zoom"]) ?? "quarter";
  const asTable = address["view"] === "table";
  const isFiltered = Object.values(filter).some((value) => value !== undefined);
  return (
    <PageView
      title={say(ganttTexts.title)}
      state={gantt.data ? say(ganttTexts.state, { total: gantt.data.total }) : null}
      action={
        <a href={ganttExportAddress(filter)} download className="button-link button-link-plain">
          {say(ganttTexts.export)}
        </a>
      }
      filters={
        <>
          <CourseFilters />
          <Choice
            label={say(ganttTexts.view)}
            value={asTable ? "table" : ""}
            onChange={(view) => change({ view })}
            options={[
              { value: "", label: say(ganttTexts.picture) },
              { value: "table", label: say(ganttTexts.table) },
            ]}
          />
          {asTable || isNarrow ? null : (
            <Choice
              label={say(ganttTexts.zoom)}
              value={zoom}
              onChange={(value) => change({ zoom: value === "quarter" ? "" : value })}
              options={ZOOMS.map((value) => ({ value, label: say(ganttTexts[value]) }))}
            />
          )}
        </>
      }
    >
      <Loaded query={gantt} rows={10}>
        {(data) => {
          if (data.rows.length === 0)
            return (
              <Empty title={say(isFiltered ? uiTexts.noMatch : courseTexts.empty)} hint={isFiltered ? "" : say(courseTexts.emptyHint)} />
            );
          if (asTable) return <GanttTable data={data} more={gantt.more} />;
          return (
            <div className="stack">
              <GanttLegend />
              {isNarrow ? <GanttStrips data={data} more={gantt.more} /> : <GanttChart data={data} zoom={zoom} more={gantt.more} />}
            </div>
          );
        }}
      </Loaded>
    </PageView>
  );
}
