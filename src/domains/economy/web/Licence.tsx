import type { Licence as Terms } from "#domains/economy/contract/open-data-operations.ts";
import { openDataWords } from "#domains/economy/web/open-data-words.ts";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";
import { useTimes } from "#ui/use-times.ts";

type LicenceProps = { readonly terms: (Terms & { readonly since: string }) | null };

/** The zone's own words; without them that there are none, since silence gives no leave. */
export function Licence({ terms }: LicenceProps) {
  const { say, language } = useWords();
  const { moment } = useTimes();
  return (
    <Section title={say(openDataWords.licence)}>
      {terms === null ? (
        <p className="section-body quiet">{say(openDataWords.noLicence)}</p>
      ) : (
        <div className="section-body">
          <p>
            <strong>{terms.name}</strong> <span className="quiet">{say(openDataWords.licenceSince, { date: moment(terms.since) })}</span>
          </p>
          <p className="licence-text">{(language === "en" && terms.textEn) || terms.text}</p>
          {terms.url ? <p className="address">{terms.url}</p> : null}
        </div>
      )}
    </Section>
  );
}
