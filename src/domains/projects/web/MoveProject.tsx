import { useState } from "react";
import type { z } from "zod";
import { stageWords } from "#domains/projects/contract/project.ts";
import { type NextProjectMove, registerOperations } from "#domains/projects/contract/register-operations.ts";
import type { Project } from "#domains/projects/web/ProjectTabs.tsx";
import { moveTexts, pageTexts } from "#domains/projects/web/project-page-texts.ts";
import { register } from "#domains/projects/web/projects-client.ts";
import { TOUCHED_BY_A_PROJECT } from "#domains/projects/web/touched.ts";
import { localDate } from "#kernel/local-date.ts";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";
import { useViewer } from "#ui/viewer.tsx";

export type NextMove = z.infer<typeof NextProjectMove>;
type MoveProjectProps = { readonly project: Project; readonly move: NextMove; readonly onClose: () => void };

const Move = registerOperations.moveProject.input.shape.move;
/** The decision to stop says why. */
const ASKS_WHY: readonly string[] = ["suspend", "terminate"];

export function MoveProject({ project, move, onClose }: MoveProjectProps) {
  const { say } = useWords();
  const { today } = useViewer();
  const [on, setOn] = useState(today);
  const [reason, setReason] = useState("");
  const asksWhy = ASKS_WHY.includes(move.move);
  const take = useCommand(
    () =>
      register.moveProject({
        id: project.row.id,
        version: project.version,
        move: Move.parse(move.move),
        on: localDate(on),
        ...(reason.trim() === "" ? {} : { reason }),
      }),
    TOUCHED_BY_A_PROJECT,
    onClose,
  );
  const name = moveTexts[move.move];
  return (
    <CommandForm
      open
      title={`${name ? say(name) : move.move} · ${say(pageTexts.moveTo, { stage: say(stageWords[move.to]) })}`}
      submit={name ? say(name) : move.move}
      danger={asksWhy}
      busy={take.isPending}
      error={take.error}
      onSubmit={() => take.mutate(undefined)}
      onClose={onClose}
    >
      <Field label={say(pageTexts.moveOn)} type="date" value={on} onChange={setOn} required hint={say(pageTexts.moveHint)} autoFocus />
      <Field label={say(pageTexts.reason)} value={reason} onChange={setReason} rows={3} required={asksWhy} maxLength={500} />
    </CommandForm>
  );
}
