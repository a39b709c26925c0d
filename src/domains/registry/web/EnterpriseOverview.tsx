import { BookEntries } from "#domains/registry/web/BookEntries.tsx";
import { CorrectionList } from "#domains/registry/web/CorrectionList.tsx";
import { EnterpriseProfile } from "#domains/registry/web/EnterpriseProfile.tsx";
import { enterpriseTexts } from "#domains/registry/web/enterprise-texts.ts";
import type { Enterprise } from "#domains/registry/web/enterprise-view.ts";
import { FinanceYears } from "#domains/registry/web/FinanceYears.tsx";
import { NameHistory } from "#domains/registry/web/NameHistory.tsx";
import { ProductTable } from "#domains/registry/web/ProductTable.tsx";
import { QualificationTable } from "#domains/registry/web/QualificationTable.tsx";
import { AppLink } from "#ui/AppLink.tsx";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";
import { PageParts } from "#ui/page-parts.tsx";
import { useTimes } from "#ui/use-times.ts";

/** What is known of it at the left; at the right what the zone has to do with it, and what other domains know. */
export function EnterpriseOverview({ enterprise }: { readonly enterprise: Enterprise }) {
  const { say } = useWords();
  const { day } = useTimes();
  const { profile, abilities, merged } = enterprise;
  return (
    <div className="columns">
      <div className="stack">
        <EnterpriseProfile enterprise={enterprise} />
        <QualificationTable enterpriseId={profile.id} rows={enterprise.qualifications} ability={abilities["correct"]} />
        <FinanceYears rows={enterprise.finances} />
        <ProductTable rows={enterprise.products} />
      </div>
      <div className="stack">
        <BookEntries entries={enterprise.book} />
        <NameHistory enterpriseId={profile.id} names={enterprise.names} ability={abilities["correct"]} />
        {enterprise.corrections.length > 0 ? (
          <Section title={say(enterpriseTexts.corrections)}>
            <CorrectionList corrections={enterprise.corrections} />
          </Section>
        ) : null}
        {merged.length > 0 ? (
          <Section title={say(enterpriseTexts.merged)}>
            <ul className="list">
              {merged.map((one) => (
                <li key={one.mergeId} className="list-line">
                  <AppLink to={`/registry/${one.id}`}>{one.name}</AppLink>
                  <span className="quiet">{say(enterpriseTexts.mergedOn, { day: day(one.on) })}</span>
                </li>
              ))}
            </ul>
          </Section>
        ) : null}
        <PageParts
          of="enterprise"
          subject={{
            id: profile.id,
            name: profile.name,
            identifier: profile.identifier,
            names: [profile.name, ...enterprise.names.map(({ name }) => name)],
          }}
        />
      </div>
    </div>
  );
}
