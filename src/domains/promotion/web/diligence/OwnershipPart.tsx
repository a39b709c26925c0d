import { useState } from "react";
import { type HoldingView, parentageWords } from "#domains/promotion/contract/diligence.ts";
import { diligenceWebTexts as texts } from "#domains/promotion/web/diligence/diligence-web-texts.ts";
import { EnterHolding } from "#domains/promotion/web/diligence/EnterHolding.tsx";
import { EnterParent } from "#domains/promotion/web/diligence/EnterParent.tsx";
import type { ViewPart } from "#domains/promotion/web/diligence/view-part.ts";
import { AbilityButton } from "#ui/AbilityButton.tsx";
import { type Column, DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";
import { StateChip } from "#ui/StateChip.tsx";

const TONES = { shown: "done", "not-shown": "active", denied: "alert" } as const;

/** What the party says of whom it belongs to, and whether the holdings on record bear it out. */
export function OwnershipPart({ view }: ViewPart) {
  const { say, language } = useWords();
  const [form, setForm] = useState<"claim" | "deny" | "holding">();
  const close = () => setForm(undefined);
  const button = (name: "claim" | "deny" | "holding", words: string) => (
    <AbilityButton size="small" ability={view.abilities["enter"]} onClick={() => setForm(name)}>
      {words}
    </AbilityButton>
  );
  const columns: readonly Column<HoldingView>[] = [
    { key: "holder", title: say(texts.holder), cell: ({ holder }) => holder },
    { key: "held", title: say(texts.held), cell: ({ held }) => held },
    { key: "share", title: say(texts.share), figure: true, cell: ({ sharePct }) => sharePct ?? "–" },
    {
      key: "source",
      title: say(texts.source),
      cell: ({ source, evidence, to }) => [source, evidence ?? "", to === null ? "" : `— ${to}`].filter(Boolean).join(" · "),
    },
  ];
  return (
    <Section
      title={say(texts.ownership)}
      aside={
        <span className="actions">
          {button("claim", say(texts.claim))} {button("holding", say(texts.enterHolding))} {button("deny", say(texts.deny))}
        </span>
      }
    >
      {view.now.parentage.length === 0 ? <p className="section-body quiet">{say(texts.noClaims)}</p> : null}
      <ul className="list">
        {view.now.parentage.map((reading) => (
          <li key={reading.parent} className="stack-small">
            <div className="list-line">
              <strong>{reading.parent}</strong>
              <StateChip tone={TONES[reading.verdict]}>{say(parentageWords[reading.verdict])}</StateChip>
            </div>
            <span>{reading[language]}</span>
            {reading.warnings.map((warning) => (
              <span key={warning.zh} className="quiet">
                {warning[language]}
              </span>
            ))}
            <span className="quiet">{say(texts.claimedOn, { on: reading.claimedOn, source: reading.source })}</span>
          </li>
        ))}
      </ul>
      <DataTable
        caption={say(texts.holdings)}
        rows={view.holdings}
        columns={columns}
        rowKey={(row) => row.id ?? `${row.holder} ${row.held}`}
        empty={<p className="section-body quiet">{say(texts.noHoldings)}</p>}
      />
      {form === "claim" || form === "deny" ? <EnterParent view={view} denied={form === "deny"} onClose={close} /> : null}
      {form === "holding" ? <EnterHolding view={view} onClose={close} /> : null}
    </Section>
  );
}
