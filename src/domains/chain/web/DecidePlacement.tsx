import { useState } from "react";
import { type Placement, Presence, presenceWords } from "#domains/chain/contract/placement.ts";
import { chain, TOUCHED_BY_THE_CHAIN } from "#domains/chain/web/chain-client.ts";
import { placementTexts } from "#domains/chain/web/placement-texts.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import { Choice } from "#ui/Choice.tsx";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";
import { useViewer } from "#ui/viewer.tsx";

export type PlacementDeed = "confirm" | "reject" | "end";
type DecidePlacementProps = { readonly placement: Placement; readonly deed: PlacementDeed; readonly onClose: () => void };

/** Yes, no, or no longer: each with what the record needs. */
export function DecidePlacement({ placement, deed, onClose }: DecidePlacementProps) {
  const { say, language } = useWords();
  const { today } = useViewer();
  const [presence, setPresence] = useState<Presence>(placement.presence);
  const [leading, setLeading] = useState(placement.leading);
  const [day, setDay] = useState<string>(deed === "end" ? today : (placement.from ?? ""));
  const [note, setNote] = useState("");
  const seen = { placementId: placement.id, version: placement.version };
  const decide = useCommand(
    () =>
      deed === "end"
        ? chain.endPlacement({ ...seen, until: day as LocalDate, note })
        : deed === "reject"
          ? chain.decidePlacement({ ...seen, confirm: false, note })
          : chain.decidePlacement({
              ...seen,
              confirm: true,
              presence,
              leading,
              note,
              ...(presence === "producing" ? { from: day as LocalDate } : {}),
            }),
    TOUCHED_BY_THE_CHAIN,
    onClose,
  );
  return (
    <CommandForm
      open
      title={`${say(placementTexts[deed])} · ${placement.enterprise} · ${placement.nodeName?.[language] ?? placement.node}`}
      submit={say(placementTexts[deed])}
      danger={deed === "end"}
      busy={decide.isPending}
      error={decide.error}
      onSubmit={() => decide.mutate(undefined)}
      onClose={onClose}
    >
      {deed === "confirm" ? (
        <>
          <Choice
            stacked
            label={say(placementTexts.presence)}
            value={presence}
            onChange={(value) => setPresence(Presence.parse(value))}
            options={Presence.options.map((value) => ({ value, label: say(presenceWords[value]) }))}
          />
          {presence === "producing" ? (
            <Field label={say(placementTexts.from)} type="date" value={day} onChange={setDay} required max={today} />
          ) : null}
          <label>
            <input type="checkbox" checked={leading} onChange={(event) => setLeading(event.target.checked)} /> {say(placementTexts.leading)}
          </label>
        </>
      ) : null}
      {deed === "end" ? <Field label={say(placementTexts.until)} type="date" value={day} onChange={setDay} required max={today} /> : null}
      <Field
        label={say(placementTexts.note)}
        value={note}
        onChange={setNote}
        rows={3}
        required={deed === "end"}
        maxLength={300}
        hint={say(placementTexts.noteHint)}
      />
    </CommandForm>
  );
}
