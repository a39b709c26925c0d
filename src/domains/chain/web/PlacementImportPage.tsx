import { chainOperations } from "#domains/chain/contract/chain-operations.ts";
import { placementTemplateAddress, proposePlacements, TOUCHED_BY_THE_CHAIN } from "#domains/chain/web/chain-client.ts";
import { placementTexts } from "#domains/chain/web/placement-texts.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { ImportSheet } from "#ui/ImportSheet.tsx";
import { useWords } from "#ui/language.tsx";

export function Page() {
  const { say } = useWords();
  return (
    <ImportSheet
      title={say(placementTexts.importTitle)}
      state={say(placementTexts.importState)}
      back={<AppLink to="/chain/placements">{say(placementTexts.backToList)}</AppLink>}
      template={placementTemplateAddress()}
      fileHint={say(placementTexts.importHint)}
      upload={chainOperations.proposePlacements.upload}
      run={proposePlacements}
      touches={TOUCHED_BY_THE_CHAIN}
      columns={[
        { key: "enterprise", title: say(placementTexts.enterprise), cell: (row) => row.enterprise ?? "–" },
        {
          key: "found",
          title: say(placementTexts.found),
          cell: (row) =>
            row.proposals.length === 0
              ? row.ok
                ? say(placementTexts.nothingFound)
                : "–"
              : row.proposals
                  .map(({ name, score, isNew }) => `${name} ${score.toFixed(2)}${isNew ? "" : say(placementTexts.known)}`)
                  .join("；"),
        },
      ]}
    />
  );
}
