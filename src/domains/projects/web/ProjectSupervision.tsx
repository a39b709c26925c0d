import { useState } from "react";
import type { Project } from "#domains/projects/web/ProjectTabs.tsx";
import { superviseTexts, supervisionKindTexts, supervisionStateTexts } from "#domains/projects/web/project-force-texts.ts";
import { SUPERVISION_MOVES, type Supervision, type SupervisionMove } from "#domains/projects/web/supervision-moves.ts";
import { TOUCHED_BY_A_PROJECT } from "#domains/projects/web/touched.ts";
import { AbilityButton } from "#ui/AbilityButton.tsx";
import { AppLink } from "#ui/AppLink.tsx";
import { CommandForm } from "#ui/CommandForm.tsx";
import { type Column, DataTable } from "#ui/DataTable.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";
import { StateChip } from "#ui/StateChip.tsx";
import { useCommand } from "#ui/use-command.ts";

type ProjectSupervisionProps = { readonly project: Project; readonly items: readonly Supervision[] };

/** Reminders, written plans, letters and escalations of one project, each with its clock and what can be done now. */
export function ProjectSupervision({ project, items }: ProjectSupervisionProps) {
  const { say } = useWords();
  const [taking, setTaking] = useState<{ readonly item: Supervision; readonly move: SupervisionMove }>();
  const columns: readonly Column<Supervision>[] = [
    {
      key: "kind",
      title: say(superviseTexts.kind),
      cell: (row) => (
        <>
          {say(supervisionKindTexts[row.kind])}
          {row.number ? ` ${row.number}` : ""}
          <span className="under quiet">{say(superviseTexts.opened, { day: row.openedOn })}</span>
        </>
      ),
    },
    { key: "text", title: say(superviseTexts.text), cell: (row) => <Words item={row} /> },
    {
      key: "state",
      title: say(superviseTexts.state),
      cell: (row) => (
        <StateChip tone={row.state === "CLOSED" ? "done" : row.state === "CANCELLED" ? "muted" : "active"}>
          {say(supervisionStateTexts[row.state])}
        </StateChip>
      ),
    },
    { key: "due", short: true, title: say(superviseTexts.due), cell: (row) => <Due item={row} /> },
    {
      key: "action",
      title: say(superviseTexts.action),
      cell: (row) => (
        <span className="actions">
          {SUPERVISION_MOVES.filter((move) => move.from.includes(row.state)).map((move) => (
            <AbilityButton
              key={move.name}
              size="small"
              ability={project.abilities[move.ability]}
              onClick={() => setTaking({ item: row, move })}
            >
              {say(move.text)}
            </AbilityButton>
          ))}
        </span>
      ),
    },
  ];
  return (
    <Section title={say(superviseTexts.title)} aside={<AppLink to="/projects/supervision">{say(superviseTexts.all)}</AppLink>}>
      <DataTable
        caption={say(superviseTexts.title)}
        rows={items}
        columns={columns}
        rowKey={(row) => row.id}
        empty={<p className="section-body quiet">{say(superviseTexts.none)}</p>}
      />
      {taking ? <TakeStep item={taking.item} move={taking.move} onClose={() => setTaking(undefined)} /> : null}
    </Section>
  );
}

function Words({ item }: { readonly item: Supervision }) {
  const { say } = useWords();
  return (
    <>
      {item.text || "–"}
      {item.reply ? <span className="under">{say(superviseTexts.reply, { reply: item.reply, day: item.repliedOn ?? "–" })}</span> : null}
      {item.closingNote ? (
        <span className="under">{say(superviseTexts.closed, { note: item.closingNote, day: item.closedOn ?? "–" })}</span>
      ) : null}
    </>
  );
}

function Due({ item }: { readonly item: Supervision }) {
  const { say } = useWords();
  const day = item.state === "OPEN" ? item.issueBy : item.dueOn;
  if (day === null) return <>–</>;
  return (
    <>
      {say(item.state === "OPEN" ? superviseTexts.issueBy : superviseTexts.replyBy, { day })}
      {item.dueProvisional ? ` · ${say(superviseTexts.provisional)}` : ""}
      {item.daysLate > 0 ? <span className="under late">{say(superviseTexts.late, { days: item.daysLate })}</span> : null}
    </>
  );
}

type TakeStepProps = { readonly item: Supervision; readonly move: SupervisionMove; readonly onClose: () => void };

function TakeStep({ item, move, onClose }: TakeStepProps) {
  const { say } = useWords();
  const [words, setWords] = useState(move.begin(item));
  const take = useCommand(() => move.run(item, words), [...TOUCHED_BY_A_PROJECT, "supervision"], onClose);
  return (
    <CommandForm
      open
      title={`${say(move.text)} · ${say(supervisionKindTexts[item.kind])}`}
      submit={say(move.text)}
      busy={take.isPending}
      error={take.error}
      onSubmit={() => take.mutate(undefined)}
      onClose={onClose}
    >
      <Field label={say(move.asks)} value={words} onChange={setWords} rows={5} required minLength={2} maxLength={move.longest} autoFocus />
    </CommandForm>
  );
}
