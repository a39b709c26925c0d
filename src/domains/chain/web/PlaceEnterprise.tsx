import { useState } from "react";
import type { ChainNode } from "#domains/chain/contract/chain.ts";
import { Presence, presenceWords } from "#domains/chain/contract/placement.ts";
import { chain, TOUCHED_BY_THE_CHAIN } from "#domains/chain/web/chain-client.ts";
import { placementTexts } from "#domains/chain/web/placement-texts.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import { Choice } from "#ui/Choice.tsx";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";
import { useViewer } from "#ui/viewer.tsx";

export function PlaceEnterprise({ node, onClose }: { readonly node: ChainNode; readonly onClose: () => void }) {
  const { say } = useWords();
  const { today } = useViewer();
  const [enterprise, setEnterprise] = useState("");
  const [uscc, setUscc] = useState("");
  const [presence, setPresence] = useState<Presence>("producing");
  const [leading, setLeading] = useState(false);
  const [from, setFrom] = useState("");
  const [products, setProducts] = useState("");
  const [note, setNote] = useState("");
  const place = useCommand(
    () =>
      chain.placeEnterprise({
        node: node.code,
        enterprise,
        presence,
        leading,
        note,
        products: products
          .split(/[、，,；;]/)
          .map((one) => one.trim())
          .filter((one) => one !== ""),
        ...(uscc.trim() === "" ? {} : { uscc }),
        ...(presence === "producing" ? { from: from as LocalDate } : {}),
      }),
    TOUCHED_BY_THE_CHAIN,
    onClose,
  );
  return (
    <CommandForm
      open
      title={say(placementTexts.placeTitle, { node: node.name })}
      submit={say(placementTexts.confirm)}
      busy={place.isPending}
      error={place.error}
      onSubmit={() => place.mutate(undefined)}
      onClose={onClose}
    >
      <Field
        label={say(placementTexts.enterprise)}
        value={enterprise}
        onChange={setEnterprise}
        required
        minLength={2}
        maxLength={120}
        autoFocus
      />
      <Field label={say(placementTexts.uscc)} value={uscc} onChange={setUscc} maxLength={30} />
      <Choice
        stacked
        label={say(placementTexts.presence)}
        value={presence}
        onChange={(value) => setPresence(Presence.parse(value))}
        options={Presence.options.map((value) => ({ value, label: say(presenceWords[value]) }))}
      />
      {presence === "producing" ? (
        <Field label={say(placementTexts.from)} type="date" value={from} onChange={setFrom} required max={today} />
      ) : null}
      <Field
        label={say(placementTexts.products)}
        value={products}
        onChange={setProducts}
        maxLength={600}
        hint={say(placementTexts.productsHint)}
      />
      <label>
        <input type="checkbox" checked={leading} onChange={(event) => setLeading(event.target.checked)} /> {say(placementTexts.leading)}
      </label>
      <Field
        label={say(placementTexts.note)}
        value={note}
        onChange={setNote}
        rows={3}
        required
        minLength={2}
        maxLength={300}
        hint={say(placementTexts.noteHint)}
      />
    </CommandForm>
  );
}
