import { useState } from "react";
import { bookWords } from "#domains/registry/contract/enterprise.ts";
import { ChangeBook } from "#domains/registry/web/ChangeBook.tsx";
import { EndBook } from "#domains/registry/web/EndBook.tsx";
import { actTexts, enterpriseTexts } from "#domains/registry/web/enterprise-texts.ts";
import type { Enterprise } from "#domains/registry/web/enterprise-view.ts";
import { useSpan } from "#domains/registry/web/use-span.ts";
import { AbilityButton } from "#ui/AbilityButton.tsx";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";
import { StateChip } from "#ui/StateChip.tsx";

type Entry = Enterprise["book"][number];
type Asking = { readonly to: "change" | "end"; readonly entry: Entry };

/** What it is and was to the zone, from when to when, and who looks after it. */
export function BookEntries({ entries }: { readonly entries: readonly Entry[] }) {
  const { say } = useWords();
  const span = useSpan();
  const [asking, ask] = useState<Asking>();
  const close = () => ask(undefined);
  return (
    <Section title={say(enterpriseTexts.book)}>
      {entries.length === 0 ? <p className="section-body quiet">{say(enterpriseTexts.notInBook)}</p> : null}
      <ul className="list">
        {entries.map((entry) => (
          <li key={entry.id} className="book-entry">
            <span className="chips">
              <StateChip tone={entry.to === null ? "active" : "muted"}>{say(bookWords[entry.kind])}</StateChip>
              <span>{span(entry.from, entry.to)}</span>
            </span>
            <span>
              <span className="quiet">{say(enterpriseTexts.liaison)} </span>
              {entry.liaison ?? <span className="quiet">{say(enterpriseTexts.noLiaison)}</span>}
            </span>
            {entry.note === "" ? null : <span>{entry.note}</span>}
            {entry.endedBecause ? <span className="quiet">{say(enterpriseTexts.ended, { because: entry.endedBecause })}</span> : null}
            {entry.to === null ? (
              <span className="actions">
                <AbilityButton size="small" ability={entry.abilities["change"]} onClick={() => ask({ to: "change", entry })}>
                  {say(actTexts.changeBook)}
                </AbilityButton>
                <AbilityButton size="small" ability={entry.abilities["end"]} onClick={() => ask({ to: "end", entry })}>
                  {say(actTexts.endBook)}
                </AbilityButton>
              </span>
            ) : null}
          </li>
        ))}
      </ul>
      {asking?.to === "change" ? <ChangeBook entry={asking.entry} onClose={close} /> : null}
      {asking?.to === "end" ? <EndBook entry={asking.entry} onClose={close} /> : null}
    </Section>
  );
}
