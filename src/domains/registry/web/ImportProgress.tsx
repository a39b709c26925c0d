import type { ImportView } from "#domains/registry/contract/import-operations.ts";
import { jobs } from "#domains/registry/web/registry-client.ts";
import { oneImportTexts } from "#domains/registry/web/registry-import-texts.ts";
import { ConfirmButton } from "#ui/ConfirmButton.tsx";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";
import { groupDigits } from "#ui/print-figure.ts";
import { StateChip } from "#ui/StateChip.tsx";
import { useErrorSentence } from "#ui/sentences.tsx";
import { useCommand } from "#ui/use-command.ts";

/** How far it has come, and what became of the rows so far. */
export function ImportProgress({ view }: { readonly view: ImportView }) {
  const { say } = useWords();
  const sentence = useErrorSentence();
  const cancel = useCommand((id: string) => jobs.cancelJob({ id }), ["registry", "jobs"]);
  const running = view.state === "QUEUED" || view.state === "RUNNING";
  const counts = [
    [oneImportTexts.readRows, view.rows],
    [oneImportTexts.added, view.added],
    [oneImportTexts.changed, view.changed],
    [oneImportTexts.unchanged, view.unchanged],
    [oneImportTexts.refused, view.refused],
    [oneImportTexts.warned, view.warned],
  ] as const;
  const { jobId } = view;
  return (
    <Section
      title={say(oneImportTexts.progress)}
      aside={
        <span className="actions">
          {view.dryRun ? <StateChip tone="muted">{say(oneImportTexts.dry)}</StateChip> : null}
          {running && jobId !== null ? (
            <ConfirmButton
              text={say(oneImportTexts.cancel)}
              question={say(oneImportTexts.stopSure)}
              busy={cancel.isPending}
              onConfirm={() => cancel.mutate(jobId)}
            />
          ) : null}
        </span>
      }
    >
      {running ? (
        <p className="section-body">
          <span
            className="progress"
            role="progressbar"
            aria-label={say(oneImportTexts.progress)}
            aria-valuemin={0}
            aria-valuemax={100}
            aria-valuenow={view.progressPct}
          >
            <span style={{ width: `${view.progressPct}%` }} />
          </span>
          <span className="quiet">{view.progressPct}%</span>
        </p>
      ) : null}
      <dl className="counts">
        {counts.map(([text, count]) => (
          <div key={text.en}>
            <dt>{say(text)}</dt>
            <dd>{groupDigits(String(count))}</dd>
          </div>
        ))}
      </dl>
      {cancel.error ? (
        <p className="problems section-body" role="alert">
          {sentence(cancel.error)}
        </p>
      ) : null}
    </Section>
  );
}
