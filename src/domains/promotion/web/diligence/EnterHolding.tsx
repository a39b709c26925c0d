import { useState } from "react";
import { DILIGENCE_TOUCHED, diligence } from "#domains/promotion/web/diligence/diligence-client.ts";
import { diligenceWebTexts as texts } from "#domains/promotion/web/diligence/diligence-web-texts.ts";
import type { ViewForm } from "#domains/promotion/web/diligence/view-part.ts";
import { findDecimal } from "#kernel/decimal.ts";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";

export function EnterHolding({ view, onClose }: ViewForm) {
  const { say } = useWords();
  const [holder, setHolder] = useState("");
  const [held, setHeld] = useState(view.lead.party);
  const [share, setShare] = useState("");
  const [evidence, setEvidence] = useState("");
  const [source, setSource] = useState("");
  const take = useCommand(
    () =>
      diligence.enterHolding({
        id: view.lead.id,
        holder,
        held,
        // What is no number goes as it was typed, and the server says what was expected.
        sharePct: share.trim() === "" ? null : (findDecimal(share.trim()) ?? (share.trim() as never)),
        evidence,
        source,
      }),
    DILIGENCE_TOUCHED,
    onClose,
  );
  return (
    <CommandForm
      open
      title={say(texts.enterHolding)}
      submit={say(texts.enter)}
      busy={take.isPending}
      error={take.error}
      onSubmit={() => take.mutate(undefined)}
      onClose={onClose}
    >
      <Field label={say(texts.holder)} value={holder} onChange={setHolder} minLength={2} maxLength={120} required autoFocus />
      <Field label={say(texts.held)} value={held} onChange={setHeld} minLength={2} maxLength={120} required />
      <Field label={say(texts.share)} value={share} onChange={setShare} inputMode="decimal" maxLength={9} />
      <Field label={say(texts.control)} value={evidence} onChange={setEvidence} maxLength={200} />
      <Field label={say(texts.source)} value={source} onChange={setSource} minLength={2} maxLength={200} required />
    </CommandForm>
  );
}
