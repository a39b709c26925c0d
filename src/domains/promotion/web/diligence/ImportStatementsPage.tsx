import { useState } from "react";
import { diligenceOperations } from "#domains/promotion/contract/diligence-operations.ts";
import { DILIGENCE_TOUCHED, importStatements, statementTemplateAddress } from "#domains/promotion/web/diligence/diligence-client.ts";
import { diligenceWebTexts as texts } from "#domains/promotion/web/diligence/diligence-web-texts.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { Field } from "#ui/Field.tsx";
import { ImportSheet } from "#ui/ImportSheet.tsx";
import { useWords } from "#ui/language.tsx";

export function Page() {
  const { say } = useWords();
  const [source, setSource] = useState("");
  return (
    <ImportSheet
      title={say(texts.importTitle)}
      state={say(texts.importState)}
      back={<AppLink to="/promotion">{say(texts.importBack)}</AppLink>}
      template={statementTemplateAddress()}
      fileHint={say(texts.fileHint)}
      upload={diligenceOperations.importStatements.upload}
      run={(file, dryRun) => importStatements(file, dryRun, source.trim())}
      touches={DILIGENCE_TOUCHED}
      columns={[
        { key: "party", title: say(texts.party), cell: (row) => row.party ?? "–" },
        { key: "year", title: say(texts.year), short: true, cell: (row) => row.year ?? "–" },
        { key: "kept", title: say(texts.kept), short: true, cell: (row) => (row.result === null ? "–" : say(texts[row.result])) },
      ]}
    >
      <Field label={say(texts.sourceOfFile)} value={source} onChange={setSource} hint={say(texts.sourceOfFileHint)} maxLength={200} />
    </ImportSheet>
  );
}
