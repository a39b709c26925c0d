import { leadStageWords } from "#domains/promotion/contract/lead.ts";
import { LEAD_STAGES } from "#domains/promotion/rules/lead-lifecycle.ts";
import type { LeadPart } from "#domains/promotion/web/lead-of-page.ts";
import { leadTexts as texts } from "#domains/promotion/web/lead-page-texts.ts";
import { useWords } from "#ui/language.tsx";

/** The eight stages with the day on which each was last reached; a lead that went back has those behind it open again. */
export function LeadCourse({ lead: { row, steps } }: LeadPart) {
  const { say } = useWords();
  const here = LEAD_STAGES.indexOf(row.stage);
  return (
    <ol className="lead-course" aria-label={say(texts.course)}>
      {LEAD_STAGES.map((stage, place) => {
        const reached = steps.findLast((step) => step.toStage === stage && step.fromStage !== stage)?.on;
        return (
          <li
            key={stage}
            className={place < here ? "lead-done" : place === here ? "lead-here" : undefined}
            {...(place === here ? { "aria-current": "step" as const } : {})}
          >
            <div>
              <i aria-hidden="true">{place <= here ? "✓" : "○"}</i> {say(leadStageWords[stage])}
            </div>
            <span>{place <= here ? reached : " "}</span>
          </li>
        );
      })}
    </ol>
  );
}
