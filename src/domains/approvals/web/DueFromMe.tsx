import type { CaseRow } from "#domains/approvals/contract/case.ts";
import type { promises } from "#domains/approvals/web/approvals-client.ts";
import { CaseStateChip } from "#domains/approvals/web/CaseStateChip.tsx";
import { OwedByMe } from "#domains/approvals/web/OwedByMe.tsx";
import { portalTexts } from "#domains/approvals/web/portal-texts.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";

type DueProps = { readonly rows: readonly CaseRow[]; readonly owed: Awaited<ReturnType<typeof promises.dueFromMe>> | undefined };

/** Supplements to answer, materials and corrections that were promised, drafts to finish. */
export function DueFromMe({ rows, owed }: DueProps) {
  const { say, language } = useWords();
  const nothing = rows.length === 0 && owed?.deferrals.length === 0 && owed.corrections.length === 0;
  return (
    <Section title={say(portalTexts.due)}>
      {nothing ? <p className="section-body quiet">{say(portalTexts.nothingDue)}</p> : null}
      <ul className="list">
        {owed ? <OwedByMe owed={owed} /> : null}
        {rows.map((row) => (
          <li key={row.id} className="list-line">
            <span>
              {row.matterName[language]} · {row.title}
              <span className="under quiet">{row.blocking.sentence[language]}</span>
            </span>
            <span className="due-act">
              <CaseStateChip state={row.state} decision={row.decision} />
              {row.state === "DRAFT" ? (
                <AppLink to={`/portal/apply/${row.matterCode}`} search={{ case: row.id }}>
                  {say(portalTexts.continue)}
                </AppLink>
              ) : (
                <AppLink to={`/portal/cases/${row.id}`}>{row.number}</AppLink>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
