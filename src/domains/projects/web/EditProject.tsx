import { useState } from "react";
import { MoneyFields } from "#domains/projects/web/MoneyFields.tsx";
import { BasicFields, PeopleFields, PlaceFields } from "#domains/projects/web/ProjectFields.tsx";
import type { Project } from "#domains/projects/web/ProjectTabs.tsx";
import { changedOnly, type Draft, draftOf, readDraft } from "#domains/projects/web/project-draft.ts";
import { formTexts } from "#domains/projects/web/project-form-texts.ts";
import { register } from "#domains/projects/web/projects-client.ts";
import { TOUCHED_BY_A_PROJECT } from "#domains/projects/web/touched.ts";
import type { Text } from "#kernel/texts.ts";
import { CommandForm } from "#ui/CommandForm.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";

/** What was said at the registration; dates are not among it, they change by request. */
export function EditProject({ project, onClose }: { readonly project: Project; readonly onClose: () => void }) {
  const { say } = useWords();
  const [draft, setDraft] = useState<Draft>(() => draftOf(project));
  const [problem, setProblem] = useState<Text>();
  const change = (next: Partial<Draft>) => setDraft({ ...draft, ...next });
  const save = useCommand(register.editProject, TOUCHED_BY_A_PROJECT, onClose);
  const submit = () => {
    const reading = readDraft(draft);
    const before = readDraft(draftOf(project));
    setProblem(reading.ok ? undefined : reading.problem);
    if (reading.ok)
      save.mutate({ ...(before.ok ? changedOnly(reading.said, before.said) : reading.said), id: project.row.id, version: project.version });
  };
  return (
    <CommandForm
      open
      wide
      title={say(formTexts.edit)}
      submit={say(formTexts.save)}
      busy={save.isPending}
      error={save.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <BasicFields draft={draft} onChange={change} />
      <MoneyFields draft={draft} onChange={change} />
      <PlaceFields draft={draft} onChange={change} />
      <PeopleFields draft={draft} onChange={change} />
      {problem ? (
        <p className="problems" role="alert">
          {say(problem)}
        </p>
      ) : null}
    </CommandForm>
  );
}
