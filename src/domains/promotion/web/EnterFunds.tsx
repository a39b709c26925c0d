import { useState } from "react";
import { FundsProof, fundsProofWords } from "#domains/promotion/contract/contract.ts";
import { type ContractView, contractOperations } from "#domains/promotion/contract/contract-operations.ts";
import { contractTexts as texts } from "#domains/promotion/web/contract-web-texts.ts";
import { yuanOf } from "#domains/promotion/web/lead-money.ts";
import { enterFunds, PAPERS, TOUCHED } from "#domains/promotion/web/promotion-client.ts";
import type { Decimal } from "#kernel/decimal.ts";
import { localDate } from "#kernel/local-date.ts";
import { Choice } from "#ui/Choice.tsx";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { UploadArea } from "#ui/UploadArea.tsx";
import { useCommand } from "#ui/use-command.ts";
import { useViewer } from "#ui/viewer.tsx";

export function EnterFunds({ contract, onClose }: { readonly contract: ContractView; readonly onClose: () => void }) {
  const { say } = useWords();
  const { today } = useViewer();
  const [proof, setProof] = useState<FundsProof>("bank-slip");
  const [given, setGiven] = useState({ arrivedOn: today, amount: "", proofNumber: "", note: "" });
  const [files, setFiles] = useState<readonly File[]>([]);
  const [wrong, setWrong] = useState(false);
  const set = (field: keyof typeof given) => (value: string) => setGiven((before) => ({ ...before, [field]: value }));
  const { maxFiles, maxBytes } = contractOperations.enterFunds.upload;
  const yuan = yuanOf(given.amount);
  const isWrong = yuan === undefined || yuan === "0" || yuan.startsWith("-");
  const enter = useCommand(
    () =>
      enterFunds(
        {
          contractId: contract.id,
          arrivedOn: localDate(given.arrivedOn),
          amountYuan: yuan as Decimal,
          proof,
          proofNumber: given.proofNumber,
          note: given.note,
        },
        files,
      ),
    TOUCHED,
    onClose,
  );
  return (
    <CommandForm
      open
      title={say(texts.enterFunds)}
      submit={say(texts.enterFunds)}
      busy={enter.isPending}
      error={enter.error}
      onSubmit={() => {
        setWrong(isWrong);
        if (!isWrong) enter.mutate(undefined);
      }}
      onClose={onClose}
    >
      <p className="quiet">
        {contract.number} {contract.title}
      </p>
      <div className="fields-row">
        <Field label={say(texts.arrivedOn)} type="date" value={given.arrivedOn} onChange={set("arrivedOn")} max={today} required />
        <Field
          label={say(texts.amountTyped)}
          value={given.amount}
          onChange={set("amount")}
          inputMode="decimal"
          maxLength={15}
          required
          autoFocus
        />
      </div>
      <div className="fields-row">
        <Choice
          stacked
          label={say(texts.proof)}
          value={proof}
          onChange={(value) => setProof(FundsProof.parse(value))}
          options={FundsProof.options.map((value) => ({ value, label: say(fundsProofWords[value]) }))}
        />
        <Field label={say(texts.proofNumber)} value={given.proofNumber} onChange={set("proofNumber")} required maxLength={80} />
      </div>
      <Field label={say(texts.note)} value={given.note} onChange={set("note")} maxLength={300} />
      <UploadArea files={files} onChange={setFiles} maxFiles={maxFiles} maxBytes={maxBytes} accept={PAPERS} hint={say(texts.fileHint)} />
      {wrong ? (
        <p className="problems" role="alert">
          {say(texts.amountWrong)}
        </p>
      ) : null}
    </CommandForm>
  );
}
