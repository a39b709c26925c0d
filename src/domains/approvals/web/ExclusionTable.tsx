import { useState } from "react";
import { APPROVALS, promises } from "#domains/approvals/web/approvals-client.ts";
import { caseTexts } from "#domains/approvals/web/case-texts.ts";
import { promiseTexts } from "#domains/approvals/web/promise-texts.ts";
import { CommandForm } from "#ui/CommandForm.tsx";
import { DataTable } from "#ui/DataTable.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { Empty } from "#ui/StateViews.tsx";
import { useCommand } from "#ui/use-command.ts";
import { useViewer } from "#ui/viewer.tsx";

type Exclusion = Awaited<ReturnType<typeof promises.listExclusions>>["items"][number];

export function ExclusionTable({ rows }: { readonly rows: readonly Exclusion[] }) {
  const { say } = useWords();
  const { permissions } = useViewer();
  const [repairing, setRepairing] = useState<Exclusion>();
  return (
    <>
      <DataTable
        caption={say(promiseTexts.exclusions)}
        rows={rows}
        rowKey={(row) => row.id}
        empty={<Empty title={say(promiseTexts.noExclusions)} />}
        columns={[
          {
            key: "enterprise",
            title: say(caseTexts.applicant),
            cell: (row) => (
              <>
                {row.enterprise}
                {row.uscc ? <span className="under quiet">{row.uscc}</span> : null}
              </>
            ),
          },
          { key: "since", title: say(promiseTexts.since), short: true, cell: (row) => row.since },
          { key: "because", title: say(promiseTexts.because), cell: (row) => row.because },
          {
            key: "repaired",
            title: say(promiseTexts.repaired),
            cell: (row) => {
              if (row.repairedOn) return `${row.repairedOn} ${row.repair ?? ""}`;
              return permissions.has("approvals.decide") ? (
                <button type="button" className="text-button" onClick={() => setRepairing(row)}>
                  {say(promiseTexts.repair)}
                </button>
              ) : (
                "–"
              );
            },
          },
        ]}
      />
      {repairing ? <RepairCredit exclusion={repairing} onClose={() => setRepairing(undefined)} /> : null}
    </>
  );
}

function RepairCredit({ exclusion, onClose }: { readonly exclusion: Exclusion; readonly onClose: () => void }) {
  const { say } = useWords();
  const [reason, setReason] = useState("");
  const repair = useCommand(() => promises.repairCredit({ exclusionId: exclusion.id, reason: reason.trim() }), APPROVALS, onClose);
  return (
    <CommandForm
      open
      title={say(promiseTexts.repairTitle, { name: exclusion.enterprise })}
      submit={say(promiseTexts.repair)}
      busy={repair.isPending}
      error={repair.error}
      onSubmit={() => repair.mutate(undefined)}
      onClose={onClose}
    >
      <Field
        label={say(promiseTexts.reason)}
        value={reason}
        onChange={setReason}
        rows={3}
        required
        minLength={2}
        maxLength={500}
        autoFocus
      />
    </CommandForm>
  );
}
