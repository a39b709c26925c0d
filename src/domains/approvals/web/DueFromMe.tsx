import type { CaseRow } from "#domains/approvals/contract/case.ts";
import { CaseStateChip } from "#domains/approvals/web/CaseStateChip.tsx";
import { portalTexts } from "#domains/approvals/web/portal-texts.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";

export function DueFromMe({ rows }: { readonly rows: readonly CaseRow[] }) {
  const { say, language } = useWords();
  return (
    <Section title={say(portalTexts.due)}>
      {rows.length === 0 ? <p className="section-body quiet">{say(portalTexts.nothingDue)}</p> : null}
      <ul className="list">
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
