import type { CaseView } from "#domains/approvals/contract/case.ts";
import { lanesOf } from "#domains/approvals/web/case-lanes.ts";
import { caseTexts } from "#domains/approvals/web/case-texts.ts";
import { TimelineList } from "#domains/approvals/web/TimelineList.tsx";
import { TimelinePicture } from "#domains/approvals/web/TimelinePicture.tsx";
import { TimelineTable } from "#domains/approvals/web/TimelineTable.tsx";
import { useWorkCalendar } from "#domains/approvals/web/use-work-calendar.ts";
import { workdayAxis } from "#domains/approvals/web/workday-axis.ts";
import { findLocalDate } from "#kernel/local-date.ts";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";
import { useViewer } from "#ui/viewer.tsx";

/** The course of a case: a picture on a wide screen, a list on a phone, and the table that says the same. */
export function CaseTimeline({ view }: { readonly view: CaseView }) {
  const { say } = useWords();
  const { today } = useViewer();
  const calendar = useWorkCalendar();
  const day = findLocalDate(today);
  const lanes = day ? lanesOf(view, day) : undefined;
  if (!lanes) return null;
  return (
    <Section title={say(caseTexts.timeline)} aside={<span className="quiet">{say(caseTexts.workdayAxis)}</span>}>
      {calendar ? <TimelinePicture lanes={lanes} axis={workdayAxis(calendar, lanes.first, lanes.last)} /> : null}
      <TimelineList lanes={lanes} />
      <details className="folded timeline-twin">
        <summary>{say(caseTexts.asTable)}</summary>
        <TimelineTable lanes={lanes} calendar={calendar} />
      </details>
    </Section>
  );
}
