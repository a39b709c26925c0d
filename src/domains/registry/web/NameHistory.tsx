import { useState } from "react";
import { nameKindWords } from "#domains/registry/contract/enterprise.ts";
import { AddName } from "#domains/registry/web/AddName.tsx";
import { actTexts, enterpriseTexts } from "#domains/registry/web/enterprise-texts.ts";
import type { Enterprise } from "#domains/registry/web/enterprise-view.ts";
import { useSpan } from "#domains/registry/web/use-span.ts";
import type { Decision } from "#kernel/policy.ts";
import { AbilityButton } from "#ui/AbilityButton.tsx";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";
import { StateChip } from "#ui/StateChip.tsx";

type NameHistoryProps = {
  readonly names: Enterprise["names"];
  /** Left out where names are only looked at. */
  readonly enterpriseId?: string;
  readonly ability?: Decision | undefined;
};

/** The name that it bears, those that it bore, and what else it is called. */
export function NameHistory({ enterpriseId, names, ability }: NameHistoryProps) {
  const { say } = useWords();
  const span = useSpan();
  const [adding, setAdding] = useState(false);
  return (
    <Section
      title={say(enterpriseTexts.names)}
      aside={
        <AbilityButton size="small" ability={ability} onClick={() => setAdding(true)}>
          {say(actTexts.addName)}
        </AbilityButton>
      }
    >
      <ul className="list">
        {names.map((one) => (
          <li key={`${one.kind}-${one.name}-${one.from ?? ""}`} className="list-line">
            <span>
              {one.name}
              <span className="under quiet">{[span(one.from, one.to), one.source].filter(Boolean).join(" · ")}</span>
            </span>
            <StateChip tone={one.kind === "current" ? "active" : "plain"}>{say(nameKindWords[one.kind])}</StateChip>
          </li>
        ))}
      </ul>
      {adding && enterpriseId ? <AddName enterpriseId={enterpriseId} onClose={() => setAdding(false)} /> : null}
    </Section>
  );
}
