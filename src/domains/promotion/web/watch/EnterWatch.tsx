import { useState } from "react";
import { RelocationSign, relocationSignWords } from "#domains/promotion/contract/distress-warning.ts";
import { WATCH_TOUCHED, watch } from "#domains/promotion/web/diligence/diligence-client.ts";
import { watchWebTexts as texts } from "#domains/promotion/web/watch/watch-web-texts.ts";
import { localDate } from "#kernel/local-date.ts";
import { Choice } from "#ui/Choice.tsx";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";
import { useViewer } from "#ui/viewer.tsx";

type EnterWatchProps = { readonly enterpriseId: string; readonly kind: "permit" | "sign"; readonly onClose: () => void };

export function EnterWatch({ enterpriseId, kind, onClose }: EnterWatchProps) {
  const { say } = useWords();
  const { today } = useViewer();
  const permit = kind === "permit";
  const [sign, setSign] = useState<RelocationSign>("said-so");
  const [subject, setSubject] = useState("");
  const [on, setOn] = useState<string>(permit ? "" : today);
  const [renewal, setRenewal] = useState("");
  const [source, setSource] = useState("");
  const take = useCommand(
    () => {
      const day = localDate(on);
      if (!permit) return watch.enterSign({ enterpriseId, sign, on: day, subject, source });
      const renewalAskedOn = renewal === "" ? undefined : localDate(renewal);
      return watch.enterPermit({ enterpriseId, name: subject, expiresOn: day, ...(renewalAskedOn ? { renewalAskedOn } : {}), source });
    },
    WATCH_TOUCHED,
    onClose,
  );
  return (
    <CommandForm
      open
      title={say(permit ? texts.enterPermit : texts.enterSign)}
      submit={say(texts.enter)}
      busy={take.isPending}
      error={take.error}
      onSubmit={() => take.mutate(undefined)}
      onClose={onClose}
    >
      {permit ? null : (
        <Choice
          stacked
          label={say(texts.sign)}
          value={sign}
          onChange={(value) => setSign(RelocationSign.parse(value))}
          options={RelocationSign.options.map((value) => ({ value, label: say(relocationSignWords[value]) }))}
        />
      )}
      <Field
        label={say(permit ? texts.name : texts.subject)}
        value={subject}
        onChange={setSubject}
        minLength={2}
        maxLength={permit ? 120 : 200}
        required
        autoFocus
      />
      <Field
        label={say(permit ? texts.expires : texts.on)}
        type="date"
        value={on}
        onChange={setOn}
        required
        {...(permit ? {} : { max: today })}
      />
      {permit ? <Field label={say(texts.renewal)} type="date" value={renewal} onChange={setRenewal} max={today} /> : null}
      <Field label={say(texts.origin)} value={source} onChange={setSource} minLength={2} maxLength={200} required />
    </CommandForm>
  );
}
