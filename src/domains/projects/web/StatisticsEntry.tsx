import { useState } from "react";
import type { Investment } from "#domains/projects/web/Completions.tsx";
import { investTexts } from "#domains/projects/web/investment-part-texts.ts";
import type { Project } from "#domains/projects/web/ProjectTabs.tsx";
import { investment } from "#domains/projects/web/projects-client.ts";
import { TOUCHED_BY_A_PROJECT } from "#domains/projects/web/touched.ts";
import { findLocalDate } from "#kernel/local-date.ts";
import { AbilityButton } from "#ui/AbilityButton.tsx";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";
import { useCommand } from "#ui/use-command.ts";
import { useTimes } from "#ui/use-times.ts";
import { useViewer } from "#ui/viewer.tsx";

type StatisticsEntryProps = { readonly project: Project; readonly view: Investment };

/** 入库: before it the investment of a project is not counted by the statistics. */
export function StatisticsEntry({ project, view }: StatisticsEntryProps) {
  const { say } = useWords();
  const { day } = useTimes();
  const [entering, setEntering] = useState(false);
  return (
    <Section
      title={say(investTexts.stat)}
      aside={
        <AbilityButton size="small" ability={project.abilities["enterStatistics"]} onClick={() => setEntering(true)}>
          {say(investTexts.enter)}
        </AbilityButton>
      }
    >
      <p className="section-body">
        {view.statEnteredOn ? say(investTexts.entered, { day: day(view.statEnteredOn) }) : say(investTexts.notEntered)}
        {view.statCode ? ` · ${say(investTexts.statCode)} ${view.statCode}` : ""}
      </p>
      {entering ? <EnterStatistics projectId={project.row.id} view={view} onClose={() => setEntering(false)} /> : null}
    </Section>
  );
}

type EnterStatisticsProps = { readonly projectId: string; readonly view: Investment; readonly onClose: () => void };

function EnterStatistics({ projectId, view, onClose }: EnterStatisticsProps) {
  const { say } = useWords();
  const { today } = useViewer();
  const [on, setOn] = useState<string>(view.statEnteredOn ?? today);
  const [statCode, setStatCode] = useState(view.statCode);
  const [files, setFiles] = useState("");
  const enter = useCommand(
    () =>
      investment.enterStatistics({
        id: projectId,
        enteredOn: findLocalDate(on) ?? null,
        statCode,
        files: files
          .split("\n")
          .map((line) => line.trim())
          .filter((line) => line !== ""),
      }),
    TOUCHED_BY_A_PROJECT,
    onClose,
  );
  return (
    <CommandForm
      open
      title={say(investTexts.enter)}
      submit={say(investTexts.enter)}
      busy={enter.isPending}
      error={enter.error}
      onSubmit={() => enter.mutate(undefined)}
      onClose={onClose}
    >
      <div className="fields-row">
        <Field label={say(investTexts.enteredOn)} type="date" value={on} onChange={setOn} />
        <Field label={say(investTexts.statCode)} value={statCode} onChange={setStatCode} maxLength={60} autoFocus />
      </div>
      <Field label={say(investTexts.statFiles)} value={files} onChange={setFiles} rows={4} hint={say(investTexts.statFilesHint)} />
    </CommandForm>
  );
}
