import { Button } from "antd";
import { type FormEvent, useState } from "react";
import { AddResolution } from "#domains/projects/web/dispatch/AddResolution.tsx";
import type { Meeting } from "#domains/projects/web/dispatch/dispatch-client.ts";
import { dispatch, TOUCHED } from "#domains/projects/web/dispatch/dispatch-client.ts";
import { meetingTexts } from "#domains/projects/web/dispatch/dispatch-web-texts.ts";
import { ResolutionState } from "#domains/projects/web/dispatch/ResolutionState.tsx";
import { Drawer } from "#ui/Drawer.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useErrorSentence } from "#ui/sentences.tsx";
import { useCommand } from "#ui/use-command.ts";

type DiscussItemProps = { readonly view: Meeting; readonly itemKey: string; readonly onClose: () => void };

/** Beside the agenda, while it is spoken about: what was said, and what was resolved. */
export function DiscussItem({ view, itemKey, onClose }: DiscussItemProps) {
  const { say, language } = useWords();
  const sentence = useErrorSentence();
  const item = view.agenda.items.find((one) => one.key === itemKey);
  const [notes, setNotes] = useState(item?.notes ?? "");
  const save = useCommand(() => dispatch.noteAgendaItem({ itemId: item?.id ?? "", version: item?.version ?? 0, notes }), TOUCHED);
  if (item?.id == null) return null;
  const send = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(undefined);
  };
  return (
    <Drawer open onClose={onClose} title={say(meetingTexts.discussTitle)} wide>
      <div>
        <h3>{item.title}</h3>
        <p className="quiet">{item.reason[language]}</p>
      </div>
      <form className="fields" onSubmit={send}>
        <Field label={say(meetingTexts.notes)} value={notes} onChange={setNotes} rows={5} maxLength={4000} autoFocus />
        {save.error ? (
          <p className="problems" role="alert">
            {sentence(save.error)}
          </p>
        ) : null}
        <div className="actions">
          <Button htmlType="submit" loading={save.isPending} disabled={notes === item.notes}>
            {say(meetingTexts.saveNotes)}
          </Button>
        </div>
      </form>
      {item.resolutions.length === 0 ? null : (
        <ul className="agenda-resolutions">
          {item.resolutions.map((one) => (
            <li key={one.id}>
              <span>
                <span className="quiet">{one.code}</span> {one.text}
              </span>
              <span className="quiet">
                {one.owner.name} · {one.dueOn} <ResolutionState resolution={one} />
              </span>
            </li>
          ))}
        </ul>
      )}
      <AddResolution key={item.resolutions.length} itemId={item.id} ownerId={item.owner?.id ?? ""} />
    </Drawer>
  );
}
