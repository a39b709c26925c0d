import { economyOperations } from "#domains/economy/contract/economy-operations.ts";
import { importFacts, templateAddress } from "#domains/economy/web/economy-client.ts";
import { factTexts, importFactTexts } from "#domains/economy/web/indicator-texts.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { ImportSheet } from "#ui/ImportSheet.tsx";
import { useWords } from "#ui/language.tsx";

export function Page() {
  const { say } = useWords();
  return (
    <ImportSheet
      title={say(importFactTexts.title)}
      state={say(importFactTexts.state)}
      back={<AppLink to="/facts">{say(importFactTexts.back)}</AppLink>}
      template={templateAddress()}
      fileHint={say(importFactTexts.fileHint)}
      upload={economyOperations.importFacts.upload}
      run={importFacts}
      touches={["facts", "cockpit", "data-health", "report-card"]}
      columns={[
        {
          key: "indicator",
          title: say(factTexts.indicator),
          cell: (row) => [row.indicator, row.value].filter(Boolean).join(" ") || "–",
        },
      ]}
    />
  );
}
