import { useId } from "react";
import { Strength, strengthWords } from "#domains/chain/contract/chain.ts";
import type { GraphView } from "#domains/chain/contract/graph-operations.ts";
import { chainPageTexts } from "#domains/chain/web/chain-texts.ts";
import { useChainFilter } from "#domains/chain/web/use-chain-filter.ts";
import { Choice } from "#ui/Choice.tsx";
import { useWords } from "#ui/language.tsx";
import { SearchField } from "#ui/SearchField.tsx";
import { uiTexts } from "#ui/ui-texts.ts";
import { useAddress } from "#ui/use-address.ts";
import { useViewer } from "#ui/viewer.tsx";

export function ChainFilters({ graph }: { readonly graph: GraphView | undefined }) {
  const { say, language } = useWords();
  const { today } = useViewer();
  const [, change] = useAddress();
  const filter = useChainFilter();
  const id = useId();
  const industries = graph?.nodes.filter(({ level }) => level === "industry") ?? [];
  return (
    <>
      <SearchField label={say(chainPageTexts.search)} value={filter.q} onChange={(q) => change({ q })} />
      <Choice
        label={say(chainPageTexts.industry)}
        value={filter.industry}
        onChange={(industry) => change({ industry })}
        options={[
          { value: "", label: say(uiTexts.all) },
          ...industries.map(({ code, name, nameEn }) => ({ value: code, label: (language === "en" && nameEn) || name })),
        ]}
      />
      <Choice
        label={say(chainPageTexts.strength)}
        value={filter.strength ?? ""}
        onChange={(strength) => change({ strength })}
        options={[
          { value: "", label: say(uiTexts.all) },
          ...Strength.options.map((value) => ({ value, label: say(strengthWords[value]) })),
        ]}
      />
      <Choice
        label={say(chainPageTexts.view)}
        value={filter.view}
        onChange={(view) => change({ view })}
        options={(["graph", "table"] as const).map((value) => ({ value, label: say(chainPageTexts[value]) }))}
      />
      {filter.view === "graph" ? (
        <Choice
          label={say(chainPageTexts.edges)}
          value={filter.edges}
          onChange={(edges) => change({ edges: edges === "all" ? "" : edges })}
          options={[
            { value: "all", label: say(chainPageTexts.edgesAll) },
            { value: "chosen", label: say(chainPageTexts.edgesChosen) },
          ]}
        />
      ) : null}
      <div className="filter">
        <label htmlFor={id}>{say(chainPageTexts.asOf)}</label>
        <input
          id={id}
          type="date"
          className="input"
          value={filter.asOf ?? today}
          onChange={(event) => change({ asOf: event.target.value === today ? "" : event.target.value })}
        />
      </div>
    </>
  );
}
