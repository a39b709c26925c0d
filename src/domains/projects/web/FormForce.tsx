import { useState } from "react";
import type { z } from "zod";
import type { TaskForceView } from "#domains/projects/contract/task-force-operations.ts";
import { PersonChoice } from "#domains/projects/web/PersonChoice.tsx";
import { forceTexts } from "#domains/projects/web/project-force-texts.ts";
import { taskForces } from "#domains/projects/web/projects-client.ts";
import { TOUCHED_BY_A_PROJECT } from "#domains/projects/web/touched.ts";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";

const MOST_MEMBERS = 40;
type Line = { readonly key: number; readonly personId: string; readonly duty: string };
export type Force = z.infer<typeof TaskForceView>;
type FormForceProps = { readonly projectId: string; readonly force: Force; readonly onClose: () => void };

/** The whole composition at once: who is no longer named leaves today, who stays under the same duty stays since when it was. */
export function FormForce({ projectId, force, onClose }: FormForceProps) {
  const { say } = useWords();
  const [leadId, setLeadId] = useState(force.lead?.id ?? "");
  const [lines, setLines] = useState<readonly Line[]>(
    force.members.filter((one) => one.to === null).map((one, key) => ({ key, personId: one.person.id, duty: one.duty })),
  );
  const save = useCommand(
    () =>
      taskForces.formTaskForce({
        id: projectId,
        leadId,
        members: lines.filter((line) => line.personId !== "").map(({ personId, duty }) => ({ personId, duty })),
      }),
    TOUCHED_BY_A_PROJECT,
    onClose,
  );
  const change = (key: number, next: Partial<Line>) => setLines(lines.map((line) => (line.key === key ? { ...line, ...next } : line)));
  return (
    <CommandForm
      open
      wide
      title={say(force.lead === null ? forceTexts.form : forceTexts.adjust)}
      submit={say(forceTexts.save)}
      busy={save.isPending}
      error={save.error}
      onSubmit={() => {
        if (leadId !== "") save.mutate(undefined);
      }}
      onClose={onClose}
    >
      <PersonChoice stacked label={say(forceTexts.lead)} value={leadId} onChange={setLeadId} />
      {leadId === "" ? <p className="hint">{say(forceTexts.chooseLead)}</p> : null}
      <ul className="members">
        {lines.map((line, place) => (
          <li key={line.key}>
            <PersonChoice
              stacked
              label={say(forceTexts.member, { number: place + 1 })}
              value={line.personId}
              onChange={(personId) => change(line.key, { personId })}
            />
            <Field
              label={say(forceTexts.dutyOf, { number: place + 1 })}
              value={line.duty}
              onChange={(duty) => change(line.key, { duty })}
              required={line.personId !== ""}
              maxLength={100}
            />
            <button
              type="button"
              className="text-button"
              aria-label={say(forceTexts.removeMember, { number: place + 1 })}
              onClick={() => setLines(lines.filter((one) => one.key !== line.key))}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
      {lines.length < MOST_MEMBERS ? (
        <p>
          <button
            type="button"
            className="text-button"
            onClick={() => setLines([...lines, { key: Math.max(-1, ...lines.map((line) => line.key)) + 1, personId: "", duty: "" }])}
          >
            {say(forceTexts.addMember)}
          </button>
        </p>
      ) : null}
    </CommandForm>
  );
}
