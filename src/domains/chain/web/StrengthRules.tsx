import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { StrengthRuleVersion } from "#domains/chain/contract/chain.ts";
import { chain, TOUCHED_BY_THE_CHAIN } from "#domains/chain/web/chain-client.ts";
import { roleTexts } from "#domains/chain/web/role-texts.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import { AbilityButton } from "#ui/AbilityButton.tsx";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Drawer } from "#ui/Drawer.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { Loaded } from "#ui/StateViews.tsx";
import { useCommand } from "#ui/use-command.ts";
import { useViewer } from "#ui/viewer.tsx";

/** From how many producers a place is present or strong: every version that the zone ever had, and the next. */
export function StrengthRules({ onClose }: { readonly onClose: () => void }) {
  const { say } = useWords();
  const [setting, setSetting] = useState<StrengthRuleVersion>();
  const rules = useQuery({ queryKey: ["chain-rules"], queryFn: () => chain.listStrengthRules({}) });
  return (
    <Drawer open onClose={onClose} title={say(roleTexts.rulesTitle)}>
      <Loaded query={rules}>
        {({ items, abilities }) => (
          <div className="chain-drawer">
            {items.toReversed().map((one) => (
              <div key={one.version}>
                <h3>{say(roleTexts.versionLine, { version: one.version, on: one.effectiveOn })}</h3>
                <p>
                  {say(roleTexts.ruleLine, {
                    present: one.rule.presentFrom,
                    strong: one.rule.strongFrom,
                    leader: one.rule.strongWithLeaderFrom,
                  })}
                </p>
                <p className="quiet">
                  {one.rule.source} · {one.reason} · {one.changedBy} {one.changedOn}
                </p>
              </div>
            ))}
            <p>
              <AbilityButton ability={abilities["set"]} onClick={() => setSetting(items.at(-1))}>
                {say(roleTexts.setRule)}
              </AbilityButton>
            </p>
          </div>
        )}
      </Loaded>
      {setting ? <SetStrengthRule last={setting} onClose={() => setSetting(undefined)} /> : null}
    </Drawer>
  );
}

function SetStrengthRule({ last, onClose }: { readonly last: StrengthRuleVersion; readonly onClose: () => void }) {
  const { say } = useWords();
  const { today } = useViewer();
  const [presentFrom, setPresentFrom] = useState(String(last.rule.presentFrom));
  const [strongFrom, setStrongFrom] = useState(String(last.rule.strongFrom));
  const [withLeader, setWithLeader] = useState(String(last.rule.strongWithLeaderFrom));
  const [source, setSource] = useState("");
  const [effectiveOn, setEffectiveOn] = useState<string>(today);
  const [reason, setReason] = useState("");
  const set = useCommand(
    () =>
      chain.setStrengthRule({
        rule: { presentFrom: Number(presentFrom), strongFrom: Number(strongFrom), strongWithLeaderFrom: Number(withLeader), source },
        effectiveOn: effectiveOn as LocalDate,
        reason,
      }),
    [...TOUCHED_BY_THE_CHAIN, "chain-rules"],
    onClose,
  );
  return (
    <CommandForm
      open
      title={say(roleTexts.setRule)}
      submit={say(roleTexts.setRule)}
      busy={set.isPending}
      error={set.error}
      onSubmit={() => set.mutate(undefined)}
      onClose={onClose}
    >
      <Field label={say(roleTexts.presentFrom)} value={presentFrom} onChange={setPresentFrom} inputMode="numeric" required autoFocus />
      <Field label={say(roleTexts.strongFrom)} value={strongFrom} onChange={setStrongFrom} inputMode="numeric" required />
      <Field label={say(roleTexts.strongWithLeaderFrom)} value={withLeader} onChange={setWithLeader} inputMode="numeric" required />
      <Field label={say(roleTexts.source)} value={source} onChange={setSource} required minLength={2} maxLength={200} />
      <Field label={say(roleTexts.effectiveOn)} type="date" value={effectiveOn} onChange={setEffectiveOn} required />
      <Field label={say(roleTexts.reason)} value={reason} onChange={setReason} rows={2} required minLength={2} maxLength={500} />
    </CommandForm>
  );
}
