import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import type { z } from "zod";
import type { InvestmentView } from "#domains/projects/contract/investment-operations.ts";
import { investment } from "#domains/projects/web/projects-client.ts";
import { reportTexts } from "#domains/projects/web/reporting/report-texts.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { useWords } from "#ui/language.tsx";
import { sayPeriod } from "#ui/say-period.ts";
import { useYuan } from "#ui/use-yuan.ts";

type ReportDoneProps = {
  readonly project: { readonly id: string; readonly name: string };
  readonly month: string;
  readonly view: z.infer<typeof InvestmentView>;
  readonly onNext: (projectId: string) => void;
};

/** What came of it, and the next project that waits. */
export function ReportDone({ project, month, view, onNext }: ReportDoneProps) {
  const { say, language } = useWords();
  const { exact } = useYuan();
  const waiting = useQuery({
    queryKey: ["reports-due", "mine-missing"],
    queryFn: () => investment.reportsDue({ mine: true, missing: true, limit: 2 }),
  });
  const next = waiting.data?.items.find((item) => item.id !== project.id);
  const phased = view.completion.find((one) => one.denominator === "phased")?.ratePct;
  return (
    <div className="state-view" role="status">
      <p className="state-title">{say(reportTexts.done, { project: project.name, month: sayPeriod(month, language) })}</p>
      <p>
        {say(reportTexts.doneHint, {
          done: exact(view.months.find((line) => line.month === month)?.cumulativeInvestedYuan ?? null),
          rate: phased ? say(reportTexts.doneRate, { rate: phased }) : "",
        })}
      </p>
      <div className="actions">
        {next ? (
          <Button type="primary" onClick={() => onNext(next.id)}>
            {say(reportTexts.next)}：{next.name}
          </Button>
        ) : null}
        <AppLink to={`/projects/${project.id}`} className="button-link button-link-plain">
          {say(reportTexts.openProject)}
        </AppLink>
      </div>
    </div>
  );
}
