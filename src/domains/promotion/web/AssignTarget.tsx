import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { InvestorClass, investorClassWords } from "#domains/promotion/contract/lead.ts";
import type { TargetRow } from "#domains/promotion/contract/target.ts";
import { leadTexts } from "#domains/promotion/web/lead-page-texts.ts";
import { pool } from "#domains/promotion/web/promotion-client.ts";
import { TARGETS_TOUCHED, targets } from "#domains/promotion/web/target-client.ts";
import { targetWebTexts as texts } from "#domains/promotion/web/target-web-texts.ts";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { SearchChoice } from "#ui/SearchChoice.tsx";
import { useCommand } from "#ui/use-command.ts";

export function AssignTarget({ target, onClose }: { readonly target: TargetRow; readonly onClose: () => void }) {
  const { say } = useWords();
  const officers = useQuery({ queryKey: ["officers"], queryFn: () => pool.listOfficers({}) });
  const [ownerId, setOwnerId] = useState(target.owner?.id ?? "");
  const [classes, setClasses] = useState<readonly InvestorClass[]>(target.classes);
  const [reason, setReason] = useState(target.reason);
  const send = useCommand(
    () =>
      targets.editTarget({
        targetId: target.id,
        version: target.version,
        ...(ownerId === (target.owner?.id ?? "") ? {} : { ownerId: ownerId === "" ? null : ownerId }),
        ...(classes.join() === target.classes.join() ? {} : { classes: [...classes] }),
        ...(reason === target.reason ? {} : { reason }),
      }),
    TARGETS_TOUCHED,
    onClose,
  );
  return (
    <CommandForm
      open
      title={`${say(texts.assign)} · ${target.enterprise}`}
      submit={say(texts.assign)}
      busy={send.isPending}
      error={send.error}
      onSubmit={() => send.mutate(undefined)}
      onClose={onClose}
    >
      <SearchChoice
        stacked
        label={say(texts.owner)}
        value={ownerId}
        onChange={setOwnerId}
        options={[
          { value: "", label: say(texts.nobody) },
          ...(officers.data?.items ?? []).map((one) => ({
            value: one.id,
            label: say(leadTexts.officerHeld, { name: one.name, department: one.department ?? "–", held: one.held }),
          })),
        ]}
      />
      <fieldset className="lead-part">
        <legend>{say(texts.class)}</legend>
        <div className="lead-classes">
          {InvestorClass.options.map((one) => (
            <label key={one} className="check">
              <input
                type="checkbox"
                checked={classes.includes(one)}
                onChange={(event) => setClasses(event.target.checked ? [...classes, one] : classes.filter((other) => other !== one))}
              />
              {say(investorClassWords[one])}
            </label>
          ))}
        </div>
      </fieldset>
      <Field label={say(texts.reason)} value={reason} onChange={setReason} rows={3} required minLength={2} maxLength={500} />
    </CommandForm>
  );
}
