import { useState } from "react";
import type { z } from "zod";
import type { SavedView } from "#domains/registry/contract/search-operations.ts";
import { registry } from "#domains/registry/web/registry-client.ts";
import { viewTexts } from "#domains/registry/web/search-texts.ts";
import { useEnterpriseFilter } from "#domains/registry/web/use-enterprise-search.ts";
import { CommandForm } from "#ui/CommandForm.tsx";
import { ConfirmButton } from "#ui/ConfirmButton.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";

type View = z.infer<typeof SavedView>;
type SaveViewProps = { readonly views: readonly View[]; readonly onClose: () => void };

/** Keeps the search as it stands under a name; below, what has been kept so far. */
export function SaveView({ views, onClose }: SaveViewProps) {
  const { say } = useWords();
  const { filter, sort, become } = useEnterpriseFilter();
  const [name, setName] = useState("");
  const [shared, setShared] = useState(false);
  const done = (saved: View) => {
    become(filter, sort, saved.id);
    onClose();
  };
  const save = useCommand(() => registry.saveView({ name: name.trim(), filter, sort, shared }), ["registry"], done);
  const replace = useCommand(
    (view: View) => registry.saveView({ id: view.id, version: view.version, name: view.name, filter, sort, shared: view.shared }),
    ["registry"],
    done,
  );
  const remove = useCommand((viewId: string) => registry.removeView({ viewId }), ["registry"]);
  return (
    <CommandForm
      open
      title={say(viewTexts.title)}
      submit={say(viewTexts.save)}
      busy={save.isPending}
      error={save.error ?? replace.error ?? remove.error}
      onSubmit={() => save.mutate(undefined)}
      onClose={onClose}
    >
      <Field label={say(viewTexts.name)} value={name} onChange={setName} required maxLength={40} autoFocus />
      <label className="check">
        <input type="checkbox" checked={shared} onChange={(event) => setShared(event.target.checked)} />
        {say(viewTexts.shared)}
      </label>
      <section className="form-below" aria-label={say(viewTexts.saved)}>
        <h3>{say(viewTexts.saved)}</h3>
        {views.length === 0 ? <p className="quiet">{say(viewTexts.nothing)}</p> : null}
        <ul>
          {views.map((view) => (
            <li key={view.id} className="list-line kept-view">
              <span>
                {view.name}
                <span className="under quiet">
                  {[say(viewTexts.of, { by: view.by }), view.shared ? say(viewTexts.everybody) : null].filter(Boolean).join(" · ")}
                </span>
              </span>
              {view.abilities["change"]?.allowed ? (
                <span className="actions">
                  <button type="button" className="text-button" onClick={() => replace.mutate(view)}>
                    {say(viewTexts.replace)}
                  </button>
                  <ConfirmButton
                    text={say(viewTexts.remove)}
                    question={say(viewTexts.sure, { name: view.name })}
                    busy={remove.isPending && remove.variables === view.id}
                    onConfirm={() => remove.mutate(view.id)}
                  />
                </span>
              ) : null}
            </li>
          ))}
        </ul>
      </section>
    </CommandForm>
  );
}
