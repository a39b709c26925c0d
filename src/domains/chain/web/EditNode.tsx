import { useState } from "react";
import { ChainLevel, type ChainNode, levelWords } from "#domains/chain/contract/chain.ts";
import type { VersionView } from "#domains/chain/contract/version-operations.ts";
import { chain, TOUCHED_BY_THE_CHAIN } from "#domains/chain/web/chain-client.ts";
import { chainPageTexts } from "#domains/chain/web/chain-texts.ts";
import { versionTexts } from "#domains/chain/web/version-texts.ts";
import { Choice } from "#ui/Choice.tsx";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { SearchChoice } from "#ui/SearchChoice.tsx";
import { useCommand } from "#ui/use-command.ts";

type EditNodeProps = { readonly view: VersionView; readonly node: ChainNode | undefined; readonly onClose: () => void };

const listOf = (words: string): string[] =>
  words
    .split(/[、，,；;]/)
    .map((one) => one.trim())
    .filter((one) => one !== "");

export function EditNode({ view, node, onClose }: EditNodeProps) {
  const { say, language } = useWords();
  const [code, setCode] = useState(node?.code ?? "");
  const [level, setLevel] = useState<ChainLevel>(node?.level ?? "direction");
  const [parent, setParent] = useState(node?.parent ?? "");
  const [name, setName] = useState(node?.name ?? "");
  const [nameEn, setNameEn] = useState(node?.nameEn ?? "");
  const [classes, setClasses] = useState(node?.classCodes.join("、") ?? "");
  const [products, setProducts] = useState(node?.products.join("、") ?? "");
  const [note, setNote] = useState(node?.note ?? "");
  const save = useCommand(
    () =>
      chain.saveNode({
        id: view.row.id,
        version: view.row.version,
        add: node === undefined,
        node: {
          code,
          level,
          parent: level === "industry" ? null : parent,
          name,
          nameEn,
          classCodes: listOf(classes).map((one) => one.toUpperCase()),
          products: listOf(products),
          note,
        },
      }),
    TOUCHED_BY_THE_CHAIN,
    onClose,
  );
  const above = ChainLevel.options[ChainLevel.options.indexOf(level) - 1];
  const parents = view.nodes.filter((one) => one.level === above);
  return (
    <CommandForm
      open
      title={say(node === undefined ? versionTexts.addNode : versionTexts.changeNode)}
      submit={say(versionTexts.save)}
      busy={save.isPending}
      error={save.error}
      onSubmit={() => save.mutate(undefined)}
      onClose={onClose}
    >
      <Choice
        stacked
        label={say(chainPageTexts.level)}
        value={level}
        onChange={(value) => {
          setLevel(ChainLevel.parse(value));
          setParent("");
        }}
        options={ChainLevel.options.map((value) => ({ value, label: say(levelWords[value]) }))}
      />
      {above === undefined ? null : (
        <SearchChoice
          stacked
          label={say(versionTexts.parent)}
          value={parent}
          onChange={setParent}
          options={parents.map((one) => ({ value: one.code, label: `${(language === "en" && one.nameEn) || one.name} ${one.code}` }))}
        />
      )}
      {node === undefined ? (
        <Field label={say(chainPageTexts.code)} value={code} onChange={setCode} required maxLength={40} hint={say(versionTexts.codeHint)} />
      ) : (
        <p className="quiet">
          {say(chainPageTexts.code)} {code}
        </p>
      )}
      <Field label={say(versionTexts.name)} value={name} onChange={setName} required maxLength={60} autoFocus />
      <Field label={say(versionTexts.nameEn)} value={nameEn} onChange={setNameEn} maxLength={120} />
      <Field label={say(chainPageTexts.classes)} value={classes} onChange={setClasses} maxLength={200} hint={say(versionTexts.listHint)} />
      <Field
        label={say(chainPageTexts.products)}
        value={products}
        onChange={setProducts}
        rows={3}
        maxLength={2000}
        hint={say(versionTexts.listHint)}
      />
      <Field label={say(versionTexts.note)} value={note} onChange={setNote} rows={2} maxLength={500} />
    </CommandForm>
  );
}
