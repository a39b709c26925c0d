import { Button } from "antd";
import type { EnterpriseFilter, EnterpriseSort } from "#domains/registry/contract/search-operations.ts";
import { exportSearch } from "#domains/registry/web/registry-client.ts";
import { searchTexts } from "#domains/registry/web/search-texts.ts";
import { useWords } from "#ui/language.tsx";
import { saveFile } from "#ui/save-file.ts";
import { useErrorSentence } from "#ui/sentences.tsx";
import { useCommand } from "#ui/use-command.ts";

type ExportSearchProps = { readonly filter: EnterpriseFilter; readonly sort: EnterpriseSort };

/** The search as a spreadsheet. It is a command: what leaves the house is journalled. */
export function ExportSearch({ filter, sort }: ExportSearchProps) {
  const { say, language } = useWords();
  const sentence = useErrorSentence();
  const run = useCommand(() => exportSearch({ ...filter, sort, format: "xlsx" }, language), [], saveFile);
  return (
    <>
      <Button title={say(searchTexts.exportHint)} loading={run.isPending} onClick={() => run.mutate(undefined)}>
        {say(searchTexts.export)}
      </Button>
      {run.error ? (
        <p className="problems" role="alert">
          {sentence(run.error)}
        </p>
      ) : null}
    </>
  );
}
