import { useState } from "react";
import { tieWords, ZoneTieKind } from "#domains/registry/contract/enterprise.ts";
import { EnterprisePicker } from "#domains/registry/web/EnterprisePicker.tsx";
import { actTexts } from "#domains/registry/web/enterprise-texts.ts";
import { OfficialChoice } from "#domains/registry/web/OfficialChoice.tsx";
import { registry, TOUCHED_BY_AN_ENTERPRISE } from "#domains/registry/web/registry-client.ts";
import { findLocalDate } from "#kernel/local-date.ts";
import { Choice } from "#ui/Choice.tsx";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";
import { useViewer } from "#ui/viewer.tsx";

type AddTieProps = { readonly enterpriseId: string; readonly onClose: () => void };

const START = { other: "", official: "", sharePct: "", strength: "50", evidence: "", asOf: "" };

/** What the zone knows of its ties; also those that forbid an introduction. */
export function AddTie({ enterpriseId, onClose }: AddTieProps) {
  const { say } = useWords();
  const { today } = useViewer();
  const [kind, setKind] = useState<ZoneTieKind>("supply");
  const [draft, setDraft] = useState(START);
  const put = (key: keyof typeof START) => (value: string) => setDraft({ ...draft, [key]: value });
  const known = kind === "acquaintance";
  const add = useCommand(
    () =>
      registry.addTie({
        id: enterpriseId,
        kind,
        toId: known ? undefined : draft.other || undefined,
        officialId: known ? draft.official || undefined : undefined,
        sharePct: kind === "investment" && draft.sharePct !== "" ? draft.sharePct : undefined,
        strength: Number(draft.strength),
        evidence: draft.evidence,
        asOf: findLocalDate(draft.asOf),
      }),
    TOUCHED_BY_AN_ENTERPRISE,
    onClose,
  );
  return (
    <CommandForm
      open
      title={say(actTexts.addTie)}
      submit={say(actTexts.addTie)}
      busy={add.isPending}
      error={add.error}
      onSubmit={() => add.mutate(undefined)}
      onClose={onClose}
    >
      <Choice
        stacked
        label={say(actTexts.tieKind)}
        value={kind}
        onChange={(value) => setKind(ZoneTieKind.parse(value))}
        options={ZoneTieKind.options.map((value) => ({ value, label: say(tieWords[value]) }))}
      />
      {known ? (
        <OfficialChoice stacked label={say(actTexts.official)} value={draft.official} onChange={put("official")} />
      ) : (
        <EnterprisePicker
          label={say(actTexts.other)}
          hint={say(actTexts.otherHint)}
          value={draft.other}
          onChange={put("other")}
          without={enterpriseId}
        />
      )}
      <div className="fields-row">
        {kind === "investment" ? (
          <Field label={say(actTexts.sharePct)} inputMode="decimal" value={draft.sharePct} onChange={put("sharePct")} maxLength={8} />
        ) : null}
        <Field label={say(actTexts.strength)} type="number" value={draft.strength} onChange={put("strength")} required />
        <Field label={say(actTexts.asOf)} type="date" max={today} value={draft.asOf} onChange={put("asOf")} />
      </div>
      <Field
        label={say(actTexts.evidence)}
        value={draft.evidence}
        onChange={put("evidence")}
        rows={3}
        required
        minLength={2}
        maxLength={500}
        hint={say(actTexts.evidenceHint)}
      />
    </CommandForm>
  );
}
