import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { dispatch, TOUCHED } from "#domains/projects/web/dispatch/dispatch-client.ts";
import { dispatchTexts, meetingTexts } from "#domains/projects/web/dispatch/dispatch-web-texts.ts";
import { PersonChoice } from "#domains/projects/web/PersonChoice.tsx";
import { register } from "#domains/projects/web/projects-client.ts";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { SearchChoice } from "#ui/SearchChoice.tsx";
import { SearchField } from "#ui/SearchField.tsx";
import { useCommand } from "#ui/use-command.ts";

export function AddAgendaItem({ meetingId, onClose }: { readonly meetingId: string; readonly onClose: () => void }) {
  const { say } = useWords();
  const [title, setTitle] = useState("");
  const [q, setQ] = useState("");
  const [projectId, setProject] = useState("");
  const [ownerId, setOwner] = useState("");
  const [reason, setReason] = useState("");
  const projects = useQuery({
    queryKey: ["projects", "choice", q],
    queryFn: () => register.listProjects({ ...(q === "" ? {} : { q }), limit: 50 }),
  });
  const add = useCommand(
    () =>
      dispatch.addAgendaItem({
        meetingId,
        title,
        reason,
        ...(projectId === "" ? {} : { projectId }),
        ...(ownerId === "" ? {} : { ownerId }),
      }),
    TOUCHED,
    onClose,
  );
  return (
    <CommandForm
      open
      title={say(meetingTexts.add)}
      submit={say(meetingTexts.add)}
      busy={add.isPending}
      error={add.error}
      onSubmit={() => add.mutate(undefined)}
      onClose={onClose}
    >
      <Field label={say(meetingTexts.itemTitle)} value={title} onChange={setTitle} required minLength={2} maxLength={200} autoFocus />
      <SearchField value={q} onChange={setQ} />
      <SearchChoice
        stacked
        label={say(meetingTexts.project)}
        value={projectId}
        onChange={setProject}
        options={[
          { value: "", label: say(meetingTexts.noProject) },
          ...(projects.data?.items ?? []).map((one) => ({ value: one.id, label: `${one.code} ${one.name}` })),
        ]}
      />
      <PersonChoice stacked label={say(meetingTexts.owner)} value={ownerId} onChange={setOwner} />
      <Field label={say(dispatchTexts.reason)} value={reason} onChange={setReason} rows={2} required minLength={2} maxLength={300} />
    </CommandForm>
  );
}
