import { useState } from "react";
import { investmentOperations } from "#domains/projects/contract/investment-operations.ts";
import { importInvestment, investmentTemplateAddress } from "#domains/projects/web/investment/investment-client.ts";
import { overviewTexts } from "#domains/projects/web/investment/investment-texts.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { Field } from "#ui/Field.tsx";
import { ImportSheet } from "#ui/ImportSheet.tsx";
import { useWords } from "#ui/language.tsx";

export function Page() {
  const { say } = useWords();
  const [reason, setReason] = useState("");
  return (
    <ImportSheet
      title={say(overviewTexts.importTitle)}
      state={say(overviewTexts.importState)}
      back={<AppLink to="/projects/investment">{say(overviewTexts.back)}</AppLink>}
      template={investmentTemplateAddress()}
      fileHint={say(overviewTexts.fileHint)}
      upload={investmentOperations.importInvestment.upload}
      run={(file, dryRun) => importInvestment(file, dryRun, reason.trim())}
      touches={["investment", "project-investment", "reports-due", "wall", "supervision"]}
      columns={[{ key: "project", title: say(overviewTexts.project), cell: (row) => row.name ?? "–" }]}
    >
      <Field label={say(overviewTexts.revision)} value={reason} onChange={setReason} maxLength={300} />
    </ImportSheet>
  );
}
