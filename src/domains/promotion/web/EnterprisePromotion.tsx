import { useQuery } from "@tanstack/react-query";
import { signalWords } from "#domains/promotion/contract/screening.ts";
import { screeningWebTexts as texts } from "#domains/promotion/web/screening-web-texts.ts";
import { screening } from "#domains/promotion/web/target-client.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";
import type { PartSubject } from "#ui/page-parts.tsx";
import { Loaded } from "#ui/StateViews.tsx";

const SHOWN = 20;

/** Signs that the zone noted of an enterprise, and who could introduce it. */
export function Part({ subject }: { readonly subject: PartSubject }) {
  const { say } = useWords();
  const signs = useQuery({
    queryKey: ["signals", "of-enterprise", subject.id],
    queryFn: () => screening.listSignals({ enterpriseId: subject.id, limit: SHOWN }),
  });
  return (
    <Section
      title={say(texts.signals)}
      aside={
        <AppLink to="/promotion/paths" search={{ target: subject.id }}>
          {say(texts.paths)}
        </AppLink>
      }
    >
      <Loaded query={signs} rows={2}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="section-body quiet">{say(texts.signalsNone)}</p>
          ) : (
            <ul className="list">
              {items.map(({ id, kind, on, note, source, document }) => (
                <li key={id} className="list-line">
                  <span>
                    {say(signalWords[kind])}：{note}
                    <span className="under quiet">
                      {document === null ? source : <AppLink to={`/documents/${document.id}`}>{source}</AppLink>}
                    </span>
                  </span>
                  <span className="quiet">{on}</span>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Section>
  );
}
