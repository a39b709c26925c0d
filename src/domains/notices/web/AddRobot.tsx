import { useState } from "react";
import { RobotKind } from "#domains/notices/contract/notice-operations.ts";
import { robotKinds, robotWords } from "#domains/notices/web/notice-words.ts";
import { notices } from "#domains/notices/web/notices-client.ts";
import { Choice } from "#ui/Choice.tsx";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";

export function AddRobot({ onClose }: { readonly onClose: () => void }) {
  const { say } = useWords();
  const [name, setName] = useState("");
  const [kind, setKind] = useState<RobotKind>("wecom");
  const [address, setAddress] = useState("");
  const [secret, setSecret] = useState("");
  const add = useCommand(
    () => notices.addRobot({ name, kind, address, ...(secret === "" ? {} : { secret }) }),
    ["robots", "notice-settings"],
    onClose,
  );
  return (
    <CommandForm
      open
      title={say(robotWords.add)}
      submit={say(robotWords.add)}
      busy={add.isPending}
      error={add.error}
      onSubmit={() => add.mutate(undefined)}
      onClose={onClose}
    >
      <Field label={say(robotWords.name)} value={name} onChange={setName} required minLength={2} maxLength={60} autoFocus />
      <Choice
        stacked
        label={say(robotWords.kind)}
        value={kind}
        onChange={(value) => setKind(RobotKind.parse(value))}
        options={RobotKind.options.map((value) => ({ value, label: say(robotKinds[value]) }))}
      />
      <Field
        label={say(robotWords.address)}
        type="url"
        value={address}
        onChange={setAddress}
        required
        maxLength={500}
        autoComplete="off"
        hint={say(robotWords.addressHint)}
      />
      <Field
        label={say(robotWords.secret)}
        type="password"
        value={secret}
        onChange={setSecret}
        maxLength={200}
        autoComplete="off"
        hint={say(robotWords.secretHint)}
      />
    </CommandForm>
  );
}
