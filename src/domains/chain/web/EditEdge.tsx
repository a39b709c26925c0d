import { useState } from "react";
import { EdgeKind, EvidenceStrength, edgeKindWords, evidenceWords } from "#domains/chain/contract/chain.ts";
import type { VersionView } from "#domains/chain/contract/version-operations.ts";
import { chain, TOUCHED_BY_THE_CHAIN } from "#domains/chain/web/chain-client.ts";
import { versionTexts } from "#domains/chain/web/version-texts.ts";
import { Choice } from "#ui/Choice.tsx";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { SearchChoice } from "#ui/SearchChoice.tsx";
import { useCommand } from "#ui/use-command.ts";

export function EditEdge({ view, onClose }: { readonly view: VersionView; readonly onClose: () => void }) {
  const { say, language } = useWords();
  const [from, setFrom] = useState("");
  const [to, setTo] = useState("");
  const [kind, setKind] = useState<EdgeKind>("material");
  const [strength, setStrength] = useState<EvidenceStrength>("medium");
  const [evidence, setEvidence] = useState("");
  const save = useCommand(
    () => chain.saveEdge({ id: view.row.id, version: view.row.version, edge: { from, to, kind, strength, evidence } }),
    TOUCHED_BY_THE_CHAIN,
    onClose,
  );
  const places = view.nodes
    .filter(({ level }) => level === "direction" || level === "node")
    .map((node) => ({ value: node.code, label: `${(language === "en" && node.nameEn) || node.name} ${node.code}` }));
  return (
    <CommandForm
      open
      title={say(versionTexts.addEdge)}
      submit={say(versionTexts.save)}
      busy={save.isPending}
      error={save.error}
      onSubmit={() => save.mutate(undefined)}
      onClose={onClose}
    >
      <SearchChoice stacked label={say(versionTexts.upstream)} value={from} onChange={setFrom} options={places} />
      <SearchChoice stacked label={say(versionTexts.downstream)} value={to} onChange={setTo} options={places} />
      <Choice
        stacked
        label={say(versionTexts.kind)}
        value={kind}
        onChange={(value) => setKind(EdgeKind.parse(value))}
        options={EdgeKind.options.map((value) => ({ value, label: say(edgeKindWords[value]) }))}
      />
      <Choice
        stacked
        label={say(versionTexts.evidence)}
        value={strength}
        onChange={(value) => setStrength(EvidenceStrength.parse(value))}
        options={EvidenceStrength.options.map((value) => ({ value, label: say(evidenceWords[value]) }))}
      />
      <Field label={say(versionTexts.evidenceSaid)} value={evidence} onChange={setEvidence} rows={3} maxLength={500} />
    </CommandForm>
  );
}
