import { useState } from "react";
import { InteractionKind, interactionWords } from "#domains/promotion/contract/lead.ts";
import type { LeadForm } from "#domains/promotion/web/lead-of-page.ts";
import { leadTexts as texts } from "#domains/promotion/web/lead-page-texts.ts";
import { leads, TOUCHED } from "#domains/promotion/web/promotion-client.ts";
import { localDate } from "#kernel/local-date.ts";
import { Choice } from "#ui/Choice.tsx";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";
import { useViewer } from "#ui/viewer.tsx";

export function LogInteraction({ lead, onClose }: LeadForm) {
  const { say } = useWords();
  const { today, name } = useViewer();
  const [kind, setKind] = useState<InteractionKind>("visit");
  const [given, setGiven] = useState({ on: today, place: "", ours: name, theirs: "", learnt: "", nextStep: "", nextOn: "" });
  const set = (field: keyof typeof given) => (value: string) => setGiven((before) => ({ ...before, [field]: value }));
  const { on, nextOn, ...rest } = given;
  const take = useCommand(
    () =>
      leads.logInteraction({
        id: lead.row.id,
        kind,
        on: localDate(on),
        ...rest,
        ...(nextOn === "" ? {} : { nextOn: localDate(nextOn) }),
      }),
    TOUCHED,
    onClose,
  );
  return (
    <CommandForm
      open
      title={say(texts.log)}
      submit={say(texts.log)}
      busy={take.isPending}
      error={take.error}
      onSubmit={() => take.mutate(undefined)}
      onClose={onClose}
    >
      <div className="fields-row">
        <Choice
          stacked
          label={say(texts.kind)}
          value={kind}
          onChange={(value) => setKind(InteractionKind.parse(value))}
          options={InteractionKind.options.map((value) => ({ value, label: say(interactionWords[value]) }))}
        />
        <Field label={say(texts.on)} type="date" value={given.on} onChange={set("on")} max={today} required />
      </div>
      <Field label={say(texts.place)} value={given.place} onChange={set("place")} maxLength={120} />
      <div className="fields-row">
        <Field label={say(texts.ours)} value={given.ours} onChange={set("ours")} maxLength={200} />
        <Field label={say(texts.theirs)} value={given.theirs} onChange={set("theirs")} maxLength={200} />
      </div>
      <Field
        label={say(texts.learnt)}
        value={given.learnt}
        onChange={set("learnt")}
        rows={4}
        required
        minLength={2}
        maxLength={2000}
        autoFocus
      />
      <div className="fields-row">
        <Field label={say(texts.step)} value={given.nextStep} onChange={set("nextStep")} maxLength={500} />
        <Field label={say(texts.stepOn)} type="date" value={given.nextOn} onChange={set("nextOn")} />
      </div>
    </CommandForm>
  );
}
