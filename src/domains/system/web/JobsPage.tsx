import type { Job } from "#domains/system/contract/system-operations.ts";
import { JobState } from "#domains/system/contract/system-operations.ts";
import { jobStateTexts, jobTexts } from "#domains/system/web/journal-texts.ts";
import { system } from "#domains/system/web/system-client.ts";
import { AbilityButton } from "#ui/AbilityButton.tsx";
import { Choice } from "#ui/Choice.tsx";
import { type Column, DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView } from "#ui/Page.tsx";
import { StateChip } from "#ui/StateChip.tsx";
import { Empty, Loaded } from "#ui/StateViews.tsx";
import { useErrorSentence } from "#ui/sentences.tsx";
import { uiTexts } from "#ui/ui-texts.ts";
import { useAddress } from "#ui/use-address.ts";
import { useCommand } from "#ui/use-command.ts";
import { usePages } from "#ui/use-pages.ts";
import { useTimes } from "#ui/use-times.ts";

const TONES = { queued: "plain", running: "active", done: "done", failed: "alert", cancelled: "muted" } as const;

export function Page() {
  const { say, language } = useWords();
  const { moment } = useTimes();
  const sentence = useErrorSentence();
  const [address, change] = useAddress();
  const state = JobState.safeParse(address["state"]).data;
  const jobs = usePages(
    ["jobs", "list", state],
    (cursor) => system.listJobs({ state, cursor, limit: 100 }),
    (job) => job.state === "running" || job.state === "queued",
  );
  const cancel = useCommand((id: string) => system.cancelJob({ id }), ["jobs"]);
  const resume = useCommand((id: string) => system.resumeJob({ id }), ["jobs"]);
  const columns: readonly Column<Job>[] = [
    { key: "name", title: say(jobTexts.name), cell: (row) => row.title[language] },
    {
      key: "status",
      title: say(jobTexts.status),
      order: (row) => row.state,
      cell: (row) => <StateChip tone={TONES[row.state]}>{jobStateTexts[row.state]?.[language]}</StateChip>,
    },
    { key: "progress", title: say(jobTexts.progress), cell: (row) => <JobProgress job={row} />, width: "180px" },
    {
      key: "created",
      short: true,
      title: say(jobTexts.created),
      order: (row) => row.createdAt,
      cell: (row) => moment(row.createdAt),
      wideOnly: true,
    },
    { key: "message", title: say(jobTexts.message), cell: (row) => row.message ?? "" },
    {
      key: "actions",
      title: "",
      cell: (row) =>
        row.state === "done" ? null : (
          <span className="actions">
            {row.state === "running" || row.state === "queued" ? (
              <AbilityButton size="small" ability={row.abilities["cancel"]} onClick={() => cancel.mutate(row.id)}>
                {say(jobTexts.cancel)}
              </AbilityButton>
            ) : (
              <AbilityButton size="small" ability={row.abilities["resume"]} onClick={() => resume.mutate(row.id)}>
                {say(jobTexts.resume)}
              </AbilityButton>
            )}
          </span>
        ),
    },
  ];
  const failed = cancel.error ?? resume.error;
  return (
    <PageView
      title={say(jobTexts.title)}
      state={jobs.data ? say(jobTexts.state, { running: jobs.data.filter((job) => job.state === "running").length }) : null}
      filters={
        <Choice
          label={say(jobTexts.status)}
          value={state ?? ""}
          onChange={(value) => change({ state: value })}
          options={[
            { value: "", label: say(uiTexts.all) },
            ...JobState.options.map((value) => ({ value, label: jobStateTexts[value]?.[language] ?? value })),
          ]}
        />
      }
    >
      {failed ? <p className="notice notice-alert">{sentence(failed)}</p> : null}
      <Loaded query={jobs}>
        {(rows) => (
          <DataTable
            caption={say(jobTexts.title)}
            rows={rows}
            columns={columns}
            rowKey={(row) => row.id}
            total={jobs.total}
            more={jobs.more}
            empty={<Empty title={say(jobTexts.empty)} hint={say(jobTexts.emptyHint)} />}
          />
        )}
      </Loaded>
    </PageView>
  );
}

function JobProgress({ job }: { readonly job: Job }) {
  const { language } = useWords();
  if (job.total === null) return <span>{job.done}</span>;
  return (
    <span>
      <span
        className="progress"
        role="progressbar"
        aria-label={job.title[language]}
        aria-valuemin={0}
        aria-valuemax={job.total}
        aria-valuenow={job.done}
      >
        <span style={{ width: `${job.total === 0 ? 100 : (100 * job.done) / job.total}%` }} />
      </span>
      {job.done} / {job.total}
    </span>
  );
}
