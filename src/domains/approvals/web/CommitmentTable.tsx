import { type ReactNode, useState } from "react";
import type { z } from "zod";
import type { CommitmentView } from "#domains/approvals/contract/case.ts";
import { commitmentStateWords } from "#domains/approvals/contract/promise-texts.ts";
import { Provisional } from "#domains/approvals/web/CaseClock.tsx";
import { CaseLink, type CaseRef } from "#domains/approvals/web/CaseLink.tsx";
import { promiseTexts } from "#domains/approvals/web/promise-texts.ts";
import { RevokeResult, VerifyCommitment } from "#domains/approvals/web/VerifyCommitment.tsx";
import { type Column, DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";
import { StateChip } from "#ui/StateChip.tsx";
import { useViewer } from "#ui/viewer.tsx";

type Row = z.infer<typeof CommitmentView> & { readonly case?: CaseRef };
const TONES = { PENDING: "active", VERIFIED: "done", FALSE: "alert", CORRECTED: "done", REVOKED: "muted" } as const;
/** A promise that was looked into and found true, corrected or revoked is closed. */
const OPEN: readonly Row["state"][] = ["PENDING", "FALSE"];

export function CommitmentTable({ rows, empty }: { readonly rows: readonly Row[]; readonly empty?: ReactNode }) {
  const { say, language } = useWords();
  const { permissions } = useViewer();
  const [asking, setAsking] = useState<{ readonly kind: "verify" | "revoke"; readonly row: Row }>();
  const withCase = rows.some((row) => row.case);
  const columns: readonly Column<Row>[] = [
    {
      key: "material",
      title: say(promiseTexts.material),
      cell: (row) => (
        <>
          {row.materialName[language]}
          <span className="under quiet">{row.text}</span>
        </>
      ),
    },
    ...(withCase ? [{ key: "case", title: say(promiseTexts.case), cell: (row: Row) => (row.case ? <CaseLink of={row.case} /> : "") }] : []),
    {
      key: "due",
      title: say(promiseTexts.verifyBy),
      short: true,
      order: (row) => row.verifyBy,
      cell: (row) => (
        <>
          {row.verifyBy} {row.verifyProvisional ? <Provisional /> : null}
          {row.daysLate > 0 ? <span className="under clock-over">! {say(promiseTexts.late, { count: row.daysLate })}</span> : null}
        </>
      ),
    },
    {
      key: "state",
      title: say(promiseTexts.result),
      cell: (row) => (
        <>
          <StateChip tone={TONES[row.state]}>{say(commitmentStateWords[row.state])}</StateChip>
          {row.finding ? <span className="under">{row.finding}</span> : null}
          <span className="under quiet">
            {[
              row.foundOn ? say(promiseTexts.foundOn, { day: row.foundOn }) : null,
              row.correctBy ? say(promiseTexts.correctBy, { day: row.correctBy }) : null,
            ]
              .filter(Boolean)
              .join(" · ")}
          </span>
        </>
      ),
    },
    {
      key: "act",
      title: "",
      short: true,
      cell: (row) =>
        OPEN.includes(row.state) ? (
          <>
            {permissions.has("approvals.verify") ? (
              <button type="button" className="text-button" onClick={() => setAsking({ kind: "verify", row })}>
                {say(promiseTexts.verify)}
              </button>
            ) : null}
            {row.state === "FALSE" && permissions.has("approvals.decide") ? (
              <button type="button" className="text-button" onClick={() => setAsking({ kind: "revoke", row })}>
                {say(promiseTexts.revoke)}
              </button>
            ) : null}
          </>
        ) : null,
    },
  ];
  const close = () => setAsking(undefined);
  return (
    <>
      <DataTable caption={say(promiseTexts.commitments)} rows={rows} columns={columns} rowKey={(row) => row.id} empty={empty} />
      {asking?.kind === "verify" ? <VerifyCommitment commitment={asking.row} onClose={close} /> : null}
      {asking?.kind === "revoke" ? <RevokeResult commitment={asking.row} onClose={close} /> : null}
    </>
  );
}
