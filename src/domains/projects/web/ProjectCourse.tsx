import { type Milestone, milestoneWords } from "#domains/projects/contract/project.ts";
import type { Project } from "#domains/projects/web/ProjectTabs.tsx";
import { pageTexts } from "#domains/projects/web/project-page-texts.ts";
import { Standing } from "#domains/projects/web/Standing.tsx";
import { useWords } from "#ui/language.tsx";

const STAGES: readonly Milestone[] = ["sign", "land", "start", "complete", "produce", "full-capacity", "above-scale"];
const AFTER: readonly Milestone[] = ["full-capacity", "above-scale"];

/** 签约 → 供地 → 建设 → 竣工 → 投产, then 达产 and 上规: each with its day, reached or planned, and how late. */
export function ProjectCourse({ project }: { readonly project: Project }) {
  const { say } = useWords();
  const of = (kind: Milestone) => project.milestones.find((milestone) => milestone.kind === kind);
  const last = STAGES.findLastIndex((kind) => (of(kind)?.actualOn ?? null) !== null);
  return (
    <ol className="course" aria-label={say(pageTexts.course)}>
      {STAGES.map((kind, place) => {
        const milestone = of(kind);
        const done = (milestone?.actualOn ?? null) !== null;
        const skipped = kind === "land" && !done && project.leasedPlant;
        return (
          <li
            key={kind}
            className={[
              done ? (place === last ? "course-here" : "course-done") : "",
              AFTER.includes(kind) && !done ? "course-after" : "",
            ].join(" ")}
            {...(place === last ? { "aria-current": "step" as const } : {})}
          >
            <span className="course-title">
              <span aria-hidden="true">{done ? "✓" : "○"}</span> {say(milestoneWords[kind])}
            </span>
            <span className="course-day">
              {done
                ? milestone?.actualOn
                : skipped
                  ? say(pageTexts.notNeeded)
                  : milestone?.plannedOn
                    ? say(pageTexts.plannedFor, { day: milestone.plannedOn })
                    : say(place < last ? pageTexts.notEntered : pageTexts.noPlan)}
            </span>
            {milestone && !skipped ? (
              <span className="course-day">
                <Standing milestone={milestone} />
              </span>
            ) : null}
          </li>
        );
      })}
    </ol>
  );
}
