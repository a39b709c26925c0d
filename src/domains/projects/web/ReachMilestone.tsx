import { useState } from "react";
import { Milestone, milestoneWords } from "#domains/projects/contract/project.ts";
import { reachedByMove } from "#domains/projects/rules/project-lifecycle.ts";
import type { Project } from "#domains/projects/web/ProjectTabs.tsx";
import { courseTexts } from "#domains/projects/web/project-page-texts.ts";
import { register } from "#domains/projects/web/projects-client.ts";
import { TOUCHED_BY_A_PROJECT } from "#domains/projects/web/touched.ts";
import { localDate } from "#kernel/local-date.ts";
import { Choice } from "#ui/Choice.tsx";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";
import { useViewer } from "#ui/viewer.tsx";

/** Construction elements, the permit, full capacity and above scale: entered by hand, with the day on which they were reached. */
export function ReachMilestone({ project, onClose }: { readonly project: Project; readonly onClose: () => void }) {
  const { say } = useWords();
  const { today } = useViewer();
  const byHand = Milestone.options.filter((one) => !reachedByMove.includes(one));
  const [kind, setKind] = useState<Milestone>("permit");
  const [on, setOn] = useState(today);
  const [note, setNote] = useState("");
  const send = useCommand(
    () => register.reachMilestone({ id: project.row.id, kind, on: localDate(on), note }),
    TOUCHED_BY_A_PROJECT,
    onClose,
  );
  return (
    <CommandForm
      open
      title={say(courseTexts.reach)}
      submit={say(courseTexts.reach)}
      busy={send.isPending}
      error={send.error}
      onSubmit={() => send.mutate(undefined)}
      onClose={onClose}
    >
      <p className="notice">{say(courseTexts.reachHint)}</p>
      <Choice
        stacked
        label={say(courseTexts.milestone)}
        value={kind}
        onChange={(value) => setKind(Milestone.parse(value))}
        options={byHand.map((value) => ({ value, label: say(milestoneWords[value]) }))}
      />
      <Field label={say(courseTexts.on)} type="date" value={on} onChange={setOn} required />
      <Field label={say(courseTexts.note)} value={note} onChange={setNote} maxLength={300} />
    </CommandForm>
  );
}
