import { useState } from "react";
import type { ClaimView } from "#domains/promotion/contract/lead-view.ts";
import { claimTexts as texts } from "#domains/promotion/web/pool-web-texts.ts";
import { pool, TOUCHED } from "#domains/promotion/web/promotion-client.ts";
import { Choice } from "#ui/Choice.tsx";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";

export function DecideClaim({ claim, onClose }: { readonly claim: ClaimView; readonly onClose: () => void }) {
  const { say } = useWords();
  const [uphold, setUphold] = useState("no");
  const [decision, setDecision] = useState("");
  const take = useCommand(
    () => pool.decideClaim({ claimId: claim.id, version: claim.version, uphold: uphold === "yes", decision }),
    TOUCHED,
    onClose,
  );
  return (
    <CommandForm
      open
      title={say(texts.decideTitle)}
      submit={say(texts.decide)}
      busy={take.isPending}
      error={take.error}
      onSubmit={() => take.mutate(undefined)}
      onClose={onClose}
    >
      <p className="quiet">
        {claim.lead.code} {claim.lead.projectName}
      </p>
      <Choice
        stacked
        label={say(texts.result)}
        value={uphold}
        onChange={setUphold}
        options={[
          { value: "no", label: say(texts.refuse, { team: claim.against?.team ?? "–" }) },
          { value: "yes", label: say(texts.uphold, { team: claim.team }) },
        ]}
      />
      <Field label={say(texts.reason)} value={decision} onChange={setDecision} rows={3} required minLength={2} maxLength={500} autoFocus />
    </CommandForm>
  );
}
