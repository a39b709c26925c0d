import { useState } from "react";
import type { z } from "zod";
import type { PackageView } from "#domains/approvals/contract/package-operations.ts";
import { APPROVALS, packages } from "#domains/approvals/web/approvals-client.ts";
import { packageTexts } from "#domains/approvals/web/package-texts.ts";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";
import { useCommand } from "#ui/use-command.ts";

type View = z.infer<typeof PackageView>;
type Compensation = View["compensations"][number];

/** What a failed child leaves to be done about the others. */
export function PackageCompensations({ view }: { readonly view: View }) {
  const { say, language } = useWords();
  const [doing, setDoing] = useState<Compensation>();
  if (view.compensations.length === 0) return null;
  const nameOf = (code: string) => view.children.find((child) => child.matterCode === code)?.name[language] ?? code;
  return (
    <Section title={say(packageTexts.compensations)}>
      <p className="section-body quiet">{say(packageTexts.compensationsHint)}</p>
      <ul className="list">
        {view.compensations.map((one) => (
          <li key={one.id} className="list-line">
            <div>
              {one.text[language]}
              <span className="under quiet">
                {say(packageTexts.failed, { name: nameOf(one.failed) })} · {say(packageTexts.about, { name: nameOf(one.matter) })} ·{" "}
                {say(packageTexts.openedOn, { day: one.openedOn })}
                {one.doneOn ? ` · ${say(packageTexts.doneOn, { day: one.doneOn, note: one.note ?? "" })}` : null}
              </span>
            </div>
            {one.state === "OPEN" && view.abilities["compensate"]?.allowed ? (
              <button type="button" className="text-button" onClick={() => setDoing(one)}>
                {say(packageTexts.compensate)}
              </button>
            ) : null}
          </li>
        ))}
      </ul>
      {doing ? <Compensate compensation={doing} onClose={() => setDoing(undefined)} /> : null}
    </Section>
  );
}

function Compensate({ compensation, onClose }: { readonly compensation: Compensation; readonly onClose: () => void }) {
  const { say, language } = useWords();
  const [note, setNote] = useState("");
  const done = useCommand(
    () => packages.compensate({ compensationId: compensation.id, version: compensation.version, note: note.trim() }),
    APPROVALS,
    onClose,
  );
  return (
    <CommandForm
      open
      title={say(packageTexts.compensate)}
      submit={say(packageTexts.compensate)}
      busy={done.isPending}
      error={done.error}
      onSubmit={() => done.mutate(undefined)}
      onClose={onClose}
    >
      <p className="notice">{compensation.text[language]}</p>
      <Field label={say(packageTexts.note)} value={note} onChange={setNote} rows={3} required minLength={2} maxLength={500} autoFocus />
    </CommandForm>
  );
}
