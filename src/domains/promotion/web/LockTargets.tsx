import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { Screening } from "#domains/promotion/contract/screening-operations.ts";
import { MOST_TARGETS } from "#domains/promotion/contract/target-operations.ts";
import { screeningWebTexts as texts } from "#domains/promotion/web/screening-web-texts.ts";
import { TARGETS_TOUCHED, targets } from "#domains/promotion/web/target-client.ts";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";

const ORDINARY = 158;

export function LockTargets({ screening, onClose }: { readonly screening: Screening; readonly onClose: () => void }) {
  const { say } = useWords();
  const navigate = useNavigate();
  const { place, filter, ranked, asOf } = screening;
  const [name, setName] = useState(`${place.name} ${asOf}`);
  const [count, setCount] = useState(String(Math.min(ORDINARY, Math.max(1, ranked))));
  const [reason, setReason] = useState("");
  const lock = useCommand(
    () => targets.lockTargets({ name, node: place.node, filter, count: Number(count), reason }),
    TARGETS_TOUCHED,
    ({ id }) => void navigate({ to: `/promotion/targets/${id}` as never }),
  );
  return (
    <CommandForm
      open
      title={say(texts.lockTitle)}
      submit={say(texts.lock)}
      busy={lock.isPending}
      error={lock.error}
      onSubmit={() => lock.mutate(undefined)}
      onClose={onClose}
    >
      <p className="quiet">{say(texts.lockHint)}</p>
      <Field label={say(texts.lockName)} value={name} onChange={setName} required minLength={2} maxLength={60} autoFocus />
      <Field
        label={say(texts.lockCount)}
        value={count}
        onChange={setCount}
        inputMode="numeric"
        required
        hint={`1–${Math.min(MOST_TARGETS, Math.max(1, ranked))}`}
      />
      <Field label={say(texts.lockReason)} value={reason} onChange={setReason} rows={3} maxLength={500} />
    </CommandForm>
  );
}
