import type { CaseRow } from "#domains/approvals/contract/case.ts";
import { CaseClock } from "#domains/approvals/web/CaseClock.tsx";
import { CaseStateChip } from "#domains/approvals/web/CaseStateChip.tsx";
import { caseTexts } from "#domains/approvals/web/case-texts.ts";
import { deskTexts, holderWords } from "#domains/approvals/web/desk-texts.ts";
import type { Place } from "#domains/approvals/web/portal-place.ts";
import { AppLink } from "#ui/AppLink.tsx";
import type { Column } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";

/** Who has it, and since when: the sentence in two short lines. */
function Holder({ blocking: { who, name, since, workdays, sentence } }: { readonly blocking: CaseRow["blocking"] }) {
  const { say, language } = useWords();
  return (
    <span title={sentence[language]}>
      {name === "" ? say(holderWords[who]) : name}
      {who === "applicant" || name === "" ? null : <span className="quiet"> · {say(holderWords[who])}</span>}
      {since ? <span className="under quiet">{say(deskTexts.since, { since, count: workdays })}</span> : null}
    </span>
  );
}

/** The columns in which cases stand on the desk, in a package and in the portal. */
export function useCaseColumns(placeOf: (row: CaseRow) => Place) {
  const { say, language } = useWords();
  const columns = {
    number: {
      key: "number",
      title: say(deskTexts.number),
      short: true,
      cell: (row) => (
        <>
          <AppLink {...placeOf(row)}>{row.number}</AppLink>
          {row.packageNumber ? <span className="under quiet">{say(deskTexts.inPackage, { number: row.packageNumber })}</span> : null}
        </>
      ),
    },
    matter: {
      key: "matter",
      title: say(deskTexts.matter),
      width: "14%",
      cell: (row) => row.matterName[language],
    },
    state: {
      key: "state",
      title: say(deskTexts.caseState),
      short: true,
      cell: (row) => <CaseStateChip state={row.state} decision={row.decision} />,
    },
    enterprise: {
      key: "enterprise",
      title: say(deskTexts.enterprise),
      width: "14%",
      cell: (row) => (
        <>
          {row.enterprise}
          {row.project ? null : <span className="under quiet">{row.title}</span>}
        </>
      ),
    },
    project: {
      key: "project",
      title: say(deskTexts.project),
      wideOnly: true,
      width: "16%",
      cell: (row) => (row.project ? <AppLink to={`/approvals/chain/${row.project.id}`}>{row.project.name}</AppLink> : "–"),
    },
    has: { key: "holder", title: say(deskTexts.holder), width: "21%", cell: (row) => <Holder blocking={row.blocking} /> },
    holder: { key: "holder", title: say(deskTexts.holder), cell: (row) => row.blocking.sentence[language] },
    clock: { key: "clock", title: say(deskTexts.clock), width: "170px", cell: (row) => <CaseClock row={row} /> },
    submitted: { key: "submitted", title: say(caseTexts.submittedOn), short: true, cell: (row) => row.submittedOn ?? "–" },
  } as const satisfies Record<string, Column<CaseRow>>;
  return columns;
}
