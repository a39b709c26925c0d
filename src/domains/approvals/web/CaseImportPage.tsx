import { caseImportOperations } from "#domains/approvals/contract/case-import.ts";
import { APPROVALS, caseTemplateAddress, importCases } from "#domains/approvals/web/approvals-client.ts";
import { caseImportPageTexts as texts } from "#domains/approvals/web/matter-texts.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { ImportSheet } from "#ui/ImportSheet.tsx";
import { useWords } from "#ui/language.tsx";

/** What was handled before the platform: each row is replayed under the version of its matter before it is kept. */
export function Page() {
  const { say } = useWords();
  return (
    <ImportSheet
      title={say(texts.title)}
      state={say(texts.state)}
      back={<AppLink to="/approvals/matters">{say(texts.back)}</AppLink>}
      template={caseTemplateAddress()}
      fileHint={say(texts.fileHint)}
      upload={caseImportOperations.importCases.upload}
      run={importCases}
      touches={APPROVALS}
      columns={[{ key: "number", title: say(texts.number), short: true, cell: (row) => row.number ?? "–" }]}
    />
  );
}
