import { Button } from "antd";
import { type FormEvent, useState } from "react";
import type { z } from "zod";
import type { InvestmentView } from "#domains/projects/contract/investment-operations.ts";
import type { ProjectView } from "#domains/projects/contract/register-operations.ts";
import { previousMonth } from "#domains/projects/rules/months.ts";
import { noteOf } from "#domains/projects/web/reporting/chosen-photo.ts";
import { PaperFields } from "#domains/projects/web/reporting/PaperFields.tsx";
import { PhotoFields } from "#domains/projects/web/reporting/PhotoFields.tsx";
import { sendReport } from "#domains/projects/web/reporting/report-client.ts";
import { reportTexts } from "#domains/projects/web/reporting/report-texts.ts";
import { usePhotos } from "#domains/projects/web/reporting/use-photos.ts";
import { useReportDraft } from "#domains/projects/web/reporting/use-report-draft.ts";
import { findDecimal, isNegative, shift } from "#kernel/decimal.ts";
import { AbilityButton } from "#ui/AbilityButton.tsx";
import { Choice } from "#ui/Choice.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { sayPeriod } from "#ui/say-period.ts";
import { useErrorSentence } from "#ui/sentences.tsx";
import { useCommand } from "#ui/use-command.ts";
import { useTimes } from "#ui/use-times.ts";
import { useYuan } from "#ui/use-yuan.ts";
import { useViewer } from "#ui/viewer.tsx";

type Investment = z.infer<typeof InvestmentView>;
type ReportFormProps = {
  readonly project: z.infer<typeof ProjectView>;
  readonly investment: Investment;
  /** The month whose report is due. */
  readonly due: string;
  readonly onDone: (month: string, investment: Investment) => void;
};

const TEN_THOUSAND = 4;

/** Amount, progress, difficulties, photos, one button. What is typed stays on the device until it is sent. */
export function ReportForm({ project, investment, due, onDone }: ReportFormProps) {
  const { say, language } = useWords();
  const { day } = useTimes();
  const { exact } = useYuan();
  const sentence = useErrorSentence();
  const { personId, today } = useViewer();
  const { draft, lost, change, clear } = useReportDraft(personId, project.row.id, due);
  const photos = usePhotos((count) => change({ photos: count }));
  const [papers, setPapers] = useState<readonly File[]>([]);
  const [problem, setProblem] = useState<string>();
  const earlier = investment.reports.find((report) => report.month === draft.month);
  const line = investment.months.find((month) => month.month === draft.month);
  const wan = findDecimal(draft.invested.replace(/[,，\s]/g, ""));
  const send = useCommand(
    () =>
      sendReport(
        {
          id: project.row.id,
          month: draft.month,
          ...(wan === undefined ? {} : { investedYuan: shift(wan, TEN_THOUSAND) }),
          progress: draft.progress,
          difficulties: draft.difficulties,
          photos: photos.photos.map(noteOf),
          papers: papers.map(() => ({})),
          ...(earlier === undefined ? {} : { revisionReason: draft.reason.trim() }),
        },
        [...photos.photos.map(({ file }) => file), ...papers],
        draft.key,
      ),
    ["reports-due", "project", "project-investment", "investment", "wall"],
    (view) => {
      clear();
      onDone(draft.month, view);
    },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // A second tap while the first is on its way, or while photos are being read, does nothing.
    if (send.isPending || photos.reading) return;
    const wrong =
      draft.invested.trim() !== "" && (wan === undefined || isNegative(wan))
        ? reportTexts.investedWrong
        : wan === undefined && draft.progress.trim() === "" && photos.photos.length + papers.length === 0
          ? reportTexts.needsSomething
          : earlier !== undefined && draft.reason.trim().length < 2
            ? reportTexts.required
            : undefined;
    setProblem(wrong && say(wrong));
    if (wrong === undefined) send.mutate(undefined);
  };
  const monthName = (month: string) => sayPeriod(month, language);
  const site =
    project.longitude === null || project.latitude === null ? null : { longitude: project.longitude, latitude: project.latitude };
  return (
    <form className="report-form" onSubmit={submit}>
      <Choice
        stacked
        label={say(reportTexts.month)}
        value={draft.month}
        onChange={(month) => change({ month })}
        options={monthsFor(due, today).map((month) => ({ value: month, label: monthName(month) }))}
      />
      {earlier === undefined ? null : (
        <>
          <p className="notice">
            {say(reportTexts.reportedAlready, {
              month: monthName(draft.month),
              by: earlier.by,
              day: day(earlier.reportedOn),
              amount: earlier.investedYuan === null ? "" : say(reportTexts.amountBefore, { amount: exact(earlier.investedYuan) }),
            })}
          </p>
          <Field
            label={say(reportTexts.reason)}
            value={draft.reason}
            onChange={(reason) => change({ reason })}
            required
            minLength={2}
            maxLength={300}
          />
        </>
      )}
      <Field
        label={say(reportTexts.invested)}
        value={draft.invested}
        onChange={(invested) => change({ invested })}
        inputMode="decimal"
        autoComplete="off"
        maxLength={16}
        hint={say(reportTexts.investedHint, {
          planned: exact(line?.plannedYuan ?? null),
          done: exact(line?.cumulativeInvestedYuan ?? null),
        })}
      />
      <Field
        label={say(reportTexts.progress)}
        value={draft.progress}
        onChange={(progress) => change({ progress })}
        maxLength={1000}
        hint={say(reportTexts.progressHint)}
      />
      <Field
        label={say(reportTexts.difficulties)}
        value={draft.difficulties}
        onChange={(difficulties) => change({ difficulties })}
        rows={2}
        maxLength={1000}
      />
      <PhotoFields chosen={photos} site={site} lost={lost} />
      <PaperFields
        papers={papers}
        onChange={(next) => {
          setPapers(next);
          // Another set of documents is another report, and gets another key.
          change({});
        }}
      />
      {problem || send.error ? (
        <p className="problems" role="alert">
          {problem ?? (send.error instanceof TypeError ? say(reportTexts.offline) : sentence(send.error))}
        </p>
      ) : null}
      <div className="report-send">
        {project.abilities["report"]?.allowed === false ? (
          <AbilityButton ability={project.abilities["report"]}>{say(reportTexts.send)}</AbilityButton>
        ) : (
          <Button type="primary" htmlType="submit" size="large" block loading={send.isPending}>
            {say(earlier === undefined ? reportTexts.send : reportTexts.revise)}
          </Button>
        )}
        <p className="hint">{say(reportTexts.draftKept)}</p>
      </div>
    </form>
  );
}

/** From the month that runs back over the year's quarter before: older months are revised by import. */
function monthsFor(due: string, today: string): readonly string[] {
  const now = today.slice(0, 7);
  const earlier = [due, previousMonth(due), previousMonth(previousMonth(due)), previousMonth(previousMonth(previousMonth(due)))];
  return now === due ? earlier : [now, ...earlier];
}
