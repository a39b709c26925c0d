import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { Channel, channelWords } from "#domains/promotion/contract/lead.ts";
import type { TargetRow } from "#domains/promotion/contract/target.ts";
import { TARGETS_TOUCHED, targets } from "#domains/promotion/web/target-client.ts";
import { targetWebTexts as texts } from "#domains/promotion/web/target-web-texts.ts";
import { Choice } from "#ui/Choice.tsx";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";

export function TargetToLead({ target, onClose }: { readonly target: TargetRow; readonly onClose: () => void }) {
  const { say } = useWords();
  const navigate = useNavigate();
  const [projectName, setProjectName] = useState("");
  const [channel, setChannel] = useState<Channel>("peer-referral");
  const send = useCommand(
    () => targets.targetToLead({ targetId: target.id, version: target.version, projectName, channel }),
    TARGETS_TOUCHED,
    ({ leadId }) => void navigate({ to: `/promotion/leads/${leadId}` as never }),
  );
  return (
    <CommandForm
      open
      title={`${say(texts.toLead)} · ${target.enterprise}`}
      submit={say(texts.toLead)}
      busy={send.isPending}
      error={send.error}
      onSubmit={() => send.mutate(undefined)}
      onClose={onClose}
    >
      <Field
        label={say(texts.projectName)}
        value={projectName}
        onChange={setProjectName}
        required
        minLength={2}
        maxLength={120}
        autoFocus
      />
      <Choice
        stacked
        label={say(texts.channel)}
        value={channel}
        onChange={(value) => setChannel(Channel.parse(value))}
        options={Channel.options.map((value) => ({ value, label: say(channelWords[value]) }))}
      />
    </CommandForm>
  );
}
