import { useState } from "react";
import { ContractKind, contractKindWords, isEntry } from "#domains/promotion/contract/contract.ts";
import { contractOperations } from "#domains/promotion/contract/contract-operations.ts";
import { contractTexts as texts } from "#domains/promotion/web/contract-web-texts.ts";
import { tenThousands, yuanOf } from "#domains/promotion/web/lead-money.ts";
import type { LeadForm } from "#domains/promotion/web/lead-of-page.ts";
import { addContract, PAPERS, TOUCHED } from "#domains/promotion/web/promotion-client.ts";
import { localDate } from "#kernel/local-date.ts";
import { Choice } from "#ui/Choice.tsx";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { UploadArea } from "#ui/UploadArea.tsx";
import { useCommand } from "#ui/use-command.ts";
import { useViewer } from "#ui/viewer.tsx";

export function AddContract({ lead, onClose }: LeadForm) {
  const { say } = useWords();
  const { today } = useViewer();
  const [kind, setKind] = useState<ContractKind>(lead.row.nature === "entry" ? "entry-operator" : "formal");
  const [given, setGiven] = useState({
    number: "",
    title: lead.row.projectName,
    signedOn: today,
    amount: tenThousands(lead.row.amountYuan),
    amountPhrase: "",
    fair: "",
    conditions: "",
  });
  const [files, setFiles] = useState<readonly File[]>([]);
  const [wrong, setWrong] = useState(false);
  const set = (field: keyof typeof given) => (value: string) => setGiven((before) => ({ ...before, [field]: value }));
  const { maxFiles, maxBytes } = contractOperations.addContract.upload;
  const { amount, signedOn, ...rest } = given;
  const yuan = amount.trim() === "" ? undefined : yuanOf(amount);
  const isWrong = amount.trim() === "" ? !isEntry(kind) : yuan === undefined || yuan === "0" || yuan.startsWith("-");
  const add = useCommand(
    () =>
      addContract(
        { id: lead.row.id, kind, signedOn: localDate(signedOn), ...rest, ...(yuan === undefined ? {} : { amountYuan: yuan }) },
        files,
      ),
    TOUCHED,
    onClose,
  );
  return (
    <CommandForm
      open
      title={say(texts.add)}
      submit={say(texts.add)}
      busy={add.isPending}
      error={add.error}
      onSubmit={() => {
        setWrong(isWrong);
        if (!isWrong) add.mutate(undefined);
      }}
      onClose={onClose}
    >
      <Choice
        stacked
        label={say(texts.kind)}
        value={kind}
        onChange={(value) => setKind(ContractKind.parse(value))}
        options={ContractKind.options.map((value) => ({ value, label: say(contractKindWords[value]) }))}
      />
      <Field label={say(texts.number)} value={given.number} onChange={set("number")} required minLength={2} maxLength={60} autoFocus />
      <Field label={say(texts.name)} value={given.title} onChange={set("title")} required minLength={2} maxLength={160} />
      <div className="fields-row">
        <Field label={say(texts.signed)} type="date" value={signedOn} onChange={set("signedOn")} max={today} required />
        <Field
          label={say(texts.amountTyped)}
          value={amount}
          onChange={set("amount")}
          inputMode="decimal"
          maxLength={15}
          required={!isEntry(kind)}
        />
      </div>
      <div className="fields-row">
        <Field
          label={say(texts.phrase)}
          value={given.amountPhrase}
          onChange={set("amountPhrase")}
          maxLength={60}
          placeholder="10亿元以上"
        />
        <Field label={say(texts.fair)} value={given.fair} onChange={set("fair")} maxLength={120} />
      </div>
      <Field label={say(texts.conditions)} value={given.conditions} onChange={set("conditions")} rows={3} maxLength={2000} />
      <UploadArea files={files} onChange={setFiles} maxFiles={maxFiles} maxBytes={maxBytes} accept={PAPERS} hint={say(texts.fileHint)} />
      {wrong ? (
        <p className="problems" role="alert">
          {say(texts.amountWrong)}
        </p>
      ) : null}
    </CommandForm>
  );
}
