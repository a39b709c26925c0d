import { useState } from "react";
import type { ChainNode } from "#domains/chain/contract/chain.ts";
import { type Carrier, CarrierKind, CarrierRank, carrierKindWords, carrierRankWords } from "#domains/chain/contract/role.ts";
import { chain, TOUCHED_BY_THE_CHAIN } from "#domains/chain/web/chain-client.ts";
import { roleTexts } from "#domains/chain/web/role-texts.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import { Choice } from "#ui/Choice.tsx";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";
import { useViewer } from "#ui/viewer.tsx";

type SaveCarrierProps = { readonly node: ChainNode; readonly carrier: Carrier | undefined; readonly onClose: () => void };

/** Enters an innovation carrier for a place, or changes one: which places it serves stands as their codes. */
export function SaveCarrier({ node, carrier, onClose }: SaveCarrierProps) {
  const { say } = useWords();
  const { today } = useViewer();
  const [name, setName] = useState(carrier?.name ?? "");
  const [kind, setKind] = useState<CarrierKind>(carrier?.kind ?? "laboratory");
  const [rank, setRank] = useState<CarrierRank>(carrier?.rank ?? "municipal");
  const [nodes, setNodes] = useState((carrier?.nodes ?? [node.code]).join("、"));
  const [from, setFrom] = useState<string>(carrier?.from ?? today);
  const [until, setUntil] = useState<string>(carrier?.until ?? "");
  const [note, setNote] = useState(carrier?.note ?? "");
  const save = useCommand(
    () =>
      chain.saveCarrier({
        ...(carrier === undefined ? {} : { carrierId: carrier.id, version: carrier.version }),
        name,
        kind,
        rank,
        note,
        nodes: nodes
          .split(/[、，,；;\s]/)
          .map((one) => one.trim())
          .filter((one) => one !== ""),
        from: from as LocalDate,
        ...(until === "" ? {} : { until: until as LocalDate }),
      }),
    TOUCHED_BY_THE_CHAIN,
    onClose,
  );
  return (
    <CommandForm
      open
      title={say(carrier === undefined ? roleTexts.addCarrier : roleTexts.changeCarrier)}
      submit={say(roleTexts.save)}
      busy={save.isPending}
      error={save.error}
      onSubmit={() => save.mutate(undefined)}
      onClose={onClose}
    >
      <Field label={say(roleTexts.carrierName)} value={name} onChange={setName} required minLength={2} maxLength={120} autoFocus />
      <Choice
        stacked
        label={say(roleTexts.kind)}
        value={kind}
        onChange={(value) => setKind(CarrierKind.parse(value))}
        options={CarrierKind.options.map((value) => ({ value, label: say(carrierKindWords[value]) }))}
      />
      <Choice
        stacked
        label={say(roleTexts.rank)}
        value={rank}
        onChange={(value) => setRank(CarrierRank.parse(value))}
        options={CarrierRank.options.map((value) => ({ value, label: say(carrierRankWords[value]) }))}
      />
      <Field label={say(roleTexts.nodes)} value={nodes} onChange={setNodes} required maxLength={600} hint={say(roleTexts.nodesHint)} />
      <Field label={say(roleTexts.since)} type="date" value={from} onChange={setFrom} required />
      <Field label={say(roleTexts.until)} type="date" value={until} onChange={setUntil} />
      <Field label={say(roleTexts.note)} value={note} onChange={setNote} rows={2} maxLength={500} />
    </CommandForm>
  );
}
