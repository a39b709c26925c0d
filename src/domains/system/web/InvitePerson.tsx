import { useState } from "react";
import { peopleTexts as texts } from "#domains/system/web/people-texts.ts";
import { draftOf, RoleFields, readRole } from "#domains/system/web/RoleFields.tsx";
import { ShownOnce } from "#domains/system/web/ShownOnce.tsx";
import { system } from "#domains/system/web/system-client.ts";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";

const DAYS = 7;

export function InvitePerson({ onClose }: { readonly onClose: () => void }) {
  const { say } = useWords();
  const [name, setName] = useState("");
  const [username, setUsername] = useState("");
  const [mail, setMail] = useState("");
  const [draft, setDraft] = useState(draftOf(""));
  const invite = useCommand(
    () =>
      system.invitePerson({
        name,
        username,
        days: DAYS,
        ...(mail.trim() === "" ? {} : { mail: mail.trim() }),
        ...(draft.role === "" ? {} : readRole(draft)),
      }),
    ["people"],
  );
  if (invite.data) {
    const { token, expiresAt } = invite.data;
    return <ShownOnce title={say(texts.invite)} shown={{ name, token, password: null, expiresAt }} onClose={onClose} />;
  }
  return (
    <CommandForm
      open
      title={say(texts.invite)}
      submit={say(texts.invite)}
      busy={invite.isPending}
      error={invite.error}
      onSubmit={() => invite.mutate(undefined)}
      onClose={onClose}
    >
      <p className="quiet">{say(texts.inviteHint, { days: DAYS })}</p>
      <Field label={say(texts.name)} value={name} onChange={setName} required maxLength={60} autoFocus />
      <Field label={say(texts.username)} value={username} onChange={setUsername} required minLength={2} maxLength={60} autoComplete="off" />
      <Field
        label={say(texts.mail)}
        type="email"
        value={mail}
        onChange={setMail}
        maxLength={200}
        autoComplete="off"
        hint={say(texts.mailHint)}
      />
      <RoleFields optional draft={draft} onChange={setDraft} />
    </CommandForm>
  );
}
