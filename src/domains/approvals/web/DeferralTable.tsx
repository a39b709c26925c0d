import type { ReactNode } from "react";
import type { z } from "zod";
import type { DeferralView } from "#domains/approvals/contract/case.ts";
import { deferralStateWords } from "#domains/approvals/contract/promise-texts.ts";
import { Provisional } from "#domains/approvals/web/CaseClock.tsx";
import { CaseLink, type CaseRef } from "#domains/approvals/web/CaseLink.tsx";
import { promiseTexts } from "#domains/approvals/web/promise-texts.ts";
import { type Column, DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";
import { StateChip } from "#ui/StateChip.tsx";

type Row = z.infer<typeof DeferralView> & { readonly case?: CaseRef };
const TONES = { OPEN: "active", SUPPLIED: "done", LAPSED: "alert" } as const;

export function DeferralTable({ rows, empty }: { readonly rows: readonly Row[]; readonly empty?: ReactNode }) {
  const { say, language } = useWords();
  const columns: readonly Column<Row>[] = [
    { key: "material", title: say(promiseTexts.owed), cell: (row) => row.materialName[language] },
    ...(rows.some((row) => row.case)
      ? [{ key: "case", title: say(promiseTexts.case), cell: (row: Row) => (row.case ? <CaseLink of={row.case} /> : "") }]
      : []),
    {
      key: "due",
      title: say(promiseTexts.dueOn),
      short: true,
      order: (row) => row.dueOn,
      cell: (row) => (
        <>
          {row.dueOn} {row.dueProvisional ? <Provisional /> : null}
          {row.daysLate > 0 ? <span className="under clock-over">! {say(promiseTexts.late, { count: row.daysLate })}</span> : null}
        </>
      ),
    },
    {
      key: "state",
      title: say(promiseTexts.filter),
      short: true,
      cell: (row) => (
        <>
          <StateChip tone={TONES[row.state]}>{say(deferralStateWords[row.state])}</StateChip>
          {row.suppliedOn ? <span className="under quiet">{say(promiseTexts.suppliedOn, { day: row.suppliedOn })}</span> : null}
        </>
      ),
    },
  ];
  return <DataTable caption={say(promiseTexts.deferrals)} rows={rows} columns={columns} rowKey={(row) => row.id} empty={empty} />;
}
