import { useState } from "react";
import { leadStageWords } from "#domains/promotion/contract/lead.ts";
import { leadOperations } from "#domains/promotion/contract/lead-operations.ts";
import { leadMoveWords } from "#domains/promotion/contract/lead-texts.ts";
import type { Lead, NextMove } from "#domains/promotion/web/lead-of-page.ts";
import { leadTexts as texts } from "#domains/promotion/web/lead-page-texts.ts";
import { leads, TOUCHED } from "#domains/promotion/web/promotion-client.ts";
import { type Category, RegisterFields } from "#domains/promotion/web/RegisterFields.tsx";
import { localDate } from "#kernel/local-date.ts";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";
import { useViewer } from "#ui/viewer.tsx";

const Move = leadOperations.moveLead.input.shape.move;

export function MoveLead({ lead, move, onClose }: { readonly lead: Lead; readonly move: NextMove; readonly onClose: () => void }) {
  const { say } = useWords();
  const { today } = useViewer();
  const [on, setOn] = useState(today);
  const [reason, setReason] = useState("");
  const [category, setCategory] = useState<Category>("industry");
  const [project, setProject] = useState("");
  const back = move.move === "stepBack";
  const opens = move.move === "sign" && lead.row.nature === "investment";
  const take = useCommand(
    () =>
      leads.moveLead({
        id: lead.row.id,
        version: lead.row.version,
        move: Move.parse(move.move),
        on: localDate(on),
        ...(reason.trim() === "" ? {} : { reason }),
        ...(opens ? { category, ...(project.trim() === "" ? {} : { project: project.trim() }) } : {}),
      }),
    TOUCHED,
    onClose,
  );
  const words = leadMoveWords[move.move as keyof typeof leadMoveWords];
  return (
    <CommandForm
      open
      title={`${say(words)} · ${say(texts.moveTo, { stage: say(leadStageWords[move.to]) })}`}
      submit={say(words)}
      busy={take.isPending}
      error={take.error}
      onSubmit={() => take.mutate(undefined)}
      onClose={onClose}
    >
      <Field label={say(texts.moveOn)} type="date" value={on} onChange={setOn} max={today} required autoFocus />
      {opens ? <RegisterFields category={category} onCategory={setCategory} project={project} onProject={setProject} /> : null}
      <Field label={say(texts.reason)} value={reason} onChange={setReason} rows={3} required={back} maxLength={500} />
    </CommandForm>
  );
}
