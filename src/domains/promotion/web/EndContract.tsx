import { useState } from "react";
import type { ContractView } from "#domains/promotion/contract/contract-operations.ts";
import { contractTexts as texts } from "#domains/promotion/web/contract-web-texts.ts";
import { contracts, TOUCHED } from "#domains/promotion/web/promotion-client.ts";
import { localDate } from "#kernel/local-date.ts";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";
import { useViewer } from "#ui/viewer.tsx";

export function EndContract({ contract, onClose }: { readonly contract: ContractView; readonly onClose: () => void }) {
  const { say } = useWords();
  const { today } = useViewer();
  const [on, setOn] = useState(today);
  const [reason, setReason] = useState("");
  const end = useCommand(
    () => contracts.endContract({ contractId: contract.id, version: contract.version, on: localDate(on), reason }),
    TOUCHED,
    onClose,
  );
  return (
    <CommandForm
      open
      danger
      title={say(texts.end)}
      submit={say(texts.end)}
      busy={end.isPending}
      error={end.error}
      onSubmit={() => end.mutate(undefined)}
      onClose={onClose}
    >
      <Field label={say(texts.endOn)} type="date" value={on} onChange={setOn} max={today} required />
      <Field label={say(texts.reason)} value={reason} onChange={setReason} rows={3} required minLength={2} maxLength={500} autoFocus />
    </CommandForm>
  );
}
