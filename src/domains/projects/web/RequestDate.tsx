import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Milestone, milestoneWords } from "#domains/projects/contract/project.ts";
import type { Project } from "#domains/projects/web/ProjectTabs.tsx";
import { courseTexts } from "#domains/projects/web/project-page-texts.ts";
import { register } from "#domains/projects/web/projects-client.ts";
import { TriedDate } from "#domains/projects/web/TriedDate.tsx";
import { TOUCHED_BY_A_PROJECT } from "#domains/projects/web/touched.ts";
import { findLocalDate } from "#kernel/local-date.ts";
import { Choice } from "#ui/Choice.tsx";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";

type RequestDateProps = { readonly project: Project; readonly kind: Milestone | undefined; readonly onClose: () => void };

/** A planned date is changed by request only; what the new one pushes is shown before anybody is asked. */
export function RequestDate({ project, kind: asked, onClose }: RequestDateProps) {
  const { say } = useWords();
  const open = Milestone.options.filter(
    (kind) => kind !== "sign" && !project.milestones.some((one) => one.kind === kind && one.actualOn !== null),
  );
  const [kind, setKind] = useState<Milestone | undefined>(
    asked ?? open.find((one) => project.milestones.some(({ kind }) => kind === one)) ?? open[0],
  );
  const planned = project.milestones.find((one) => one.kind === kind)?.plannedOn ?? "";
  const [day, setDay] = useState("");
  const [reason, setReason] = useState("");
  const [push, setPush] = useState(true);
  const to = findLocalDate(day);
  const id = project.row.id;
  const tried = useQuery({
    queryKey: ["project-try-date", id, kind, to],
    queryFn: () => (kind && to ? register.tryDate({ id, kind, to }) : Promise.reject(new TypeError("nothing to try"))),
    enabled: kind !== undefined && to !== undefined,
  });
  const send = useCommand(
    () => (kind && to ? register.requestDate({ id, kind, to, reason, push }) : Promise.reject(new TypeError("nothing to ask"))),
    TOUCHED_BY_A_PROJECT,
    onClose,
  );
  return (
    <CommandForm
      open
      title={say(courseTexts.requestDate)}
      submit={say(courseTexts.send)}
      busy={send.isPending}
      error={send.error ?? tried.error}
      onSubmit={() => send.mutate(undefined)}
      onClose={onClose}
    >
      <Choice
        stacked
        label={say(courseTexts.milestone)}
        value={kind ?? ""}
        onChange={(value) => setKind(Milestone.safeParse(value).data)}
        options={open.map((value) => ({ value, label: say(milestoneWords[value]) }))}
      />
      <Field
        label={say(courseTexts.newDate)}
        type="date"
        value={day}
        onChange={setDay}
        required
        autoFocus
        {...(planned === "" ? {} : { hint: `${say(courseTexts.planned)} ${planned}` })}
      />
      <label className="check">
        <input type="checkbox" checked={push} onChange={(event) => setPush(event.target.checked)} />
        {say(courseTexts.push)}
      </label>
      {tried.data ? <TriedDate trial={tried.data} push={push} /> : <p className="tried quiet">{say(courseTexts.trying)}</p>}
      <Field label={say(courseTexts.reason)} value={reason} onChange={setReason} rows={3} required minLength={2} maxLength={500} />
    </CommandForm>
  );
}
