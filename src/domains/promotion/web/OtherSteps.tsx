import { useState } from "react";
import { AssignLead } from "#domains/promotion/web/AssignLead.tsx";
import { ChangeLeadStatus } from "#domains/promotion/web/ChangeLeadStatus.tsx";
import { ClaimLead } from "#domains/promotion/web/ClaimLead.tsx";
import { DecideLead } from "#domains/promotion/web/DecideLead.tsx";
import type { LeadPart } from "#domains/promotion/web/lead-of-page.ts";
import { leadTexts as texts } from "#domains/promotion/web/lead-page-texts.ts";
import { pool } from "#domains/promotion/web/promotion-client.ts";
import { ReasonForm } from "#domains/promotion/web/ReasonForm.tsx";
import { AbilityButton } from "#ui/AbilityButton.tsx";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";

type Form = "park" | "resume" | "lose" | "release" | "assign" | "claim" | "decide";

/** Whatever does not lead on: out of the course and back, from hand to hand, first talk, decision. */
export function OtherSteps({ lead }: LeadPart) {
  const { say } = useWords();
  const [form, setForm] = useState<Form>();
  const { row, abilities } = lead;
  const close = () => setForm(undefined);
  const button = (name: Form, ability = abilities[name]) => (
    <AbilityButton size="small" ability={ability} onClick={() => setForm(name)}>
      {say(texts[name])}
    </AbilityButton>
  );
  const ended = row.status === "LOST" || row.status === "REJECTED";
  return (
    <Section title={say(texts.otherSteps)}>
      <div className="section-body actions lead-steps">
        {row.status === "PARKED" ? button("resume") : ended ? null : button("park")}
        {ended ? null : button("lose")}
        {ended ? null : button("assign")}
        {row.ownerId === null || ended ? null : button("release")}
        {ended ? null : button("claim")}
        {button("decide")}
      </div>
      {form === "park" || form === "resume" || form === "lose" ? <ChangeLeadStatus lead={lead} change={form} onClose={close} /> : null}
      {form === "assign" ? <AssignLead lead={lead} onClose={close} /> : null}
      {form === "claim" ? <ClaimLead lead={lead} onClose={close} /> : null}
      {form === "decide" ? <DecideLead lead={lead} decision={ended ? "reopen" : "approve"} onClose={close} /> : null}
      {form === "release" ? (
        <ReasonForm
          title={say(texts.release)}
          submit={say(texts.release)}
          subject={`${row.code} ${row.projectName}`}
          run={(reason) => pool.releaseLead({ id: row.id, version: row.version, reason })}
          onClose={close}
        />
      ) : null}
    </Section>
  );
}
