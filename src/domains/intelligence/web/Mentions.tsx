import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { mentionTexts } from "#domains/intelligence/web/document-texts.ts";
import { intelligence } from "#domains/intelligence/web/intelligence-client.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { Figure } from "#ui/Figure.tsx";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";
import type { PartSubject } from "#ui/page-parts.tsx";
import { Loaded } from "#ui/StateViews.tsx";
import { sayPeriod } from "#ui/say-period.ts";
import { uiTexts } from "#ui/ui-texts.ts";

const SHORTEST = 4;
const MOST_NAMES = 12;
/** Beside what else is on the page; the rest when one asks for it. */
const FIRST = 4;

/** What documents say of an enterprise, under whichever of its names. */
export function Part({ subject }: { readonly subject: PartSubject }) {
  const { say, language } = useWords();
  const [all, setAll] = useState(false);
  const names = [...new Set(subject.names)].filter((name) => name.length >= SHORTEST).slice(0, MOST_NAMES);
  const mentions = useQuery({
    queryKey: ["documents", "mentions", names],
    queryFn: () => intelligence.listMentions({ names, limit: 20 }),
    enabled: names.length > 0,
  });
  return (
    <Section title={say(mentionTexts.title)}>
      <Loaded query={mentions} rows={2}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="section-body quiet">{say(mentionTexts.nothing)}</p>
          ) : (
            <ul className="list">
              {(all ? items : items.slice(0, FIRST)).map((one) => (
                <li key={one.id}>
                  <AppLink to={`/documents/${one.id}`}>{one.title}</AppLink>
                  <span className="quiet"> {[one.medium, one.published].filter(Boolean).join(" · ")}</span>
                  <span className="under quiet" lang="zh-CN">
                    …{one.before}
                    <strong>{one.name}</strong>
                    {one.after}…
                  </span>
                  {one.facts.map((fact) => (
                    <span key={fact.observationId} className="under">
                      {fact.indicator}{" "}
                      <Figure value={fact.value} unit={fact.unit} name={fact.indicator} approximation={fact.approximation} />
                      <span className="quiet"> {fact.period === null ? "" : sayPeriod(fact.period, language)}</span>
                    </span>
                  ))}
                </li>
              ))}
              {!all && items.length > FIRST ? (
                <li>
                  <button type="button" className="text-button" onClick={() => setAll(true)}>
                    {say(uiTexts.more)}
                  </button>
                </li>
              ) : null}
            </ul>
          )
        }
      </Loaded>
    </Section>
  );
}
