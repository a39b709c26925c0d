import type { z } from "zod";
import type { LogView } from "#domains/projects/contract/task-force-operations.ts";
import { forceTexts, logKindTexts } from "#domains/projects/web/project-force-texts.ts";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";

/** What the task force did and said, newest first. */
export function ForceLog({ lines }: { readonly lines: readonly z.infer<typeof LogView>[] }) {
  const { say } = useWords();
  return (
    <Section title={say(forceTexts.log)}>
      {lines.length === 0 ? (
        <p className="section-body quiet">{say(forceTexts.noLog)}</p>
      ) : (
        <ol className="events">
          {lines.map((line, place) => {
            const kind = logKindTexts[line.kind];
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: a log is only ever appended to
              <li key={place}>
                <span className="quiet">{line.on}</span>
                <span>
                  {kind ? `${say(kind)} · ` : ""}
                  {line.text}
                  <span className="under quiet">{line.by}</span>
                </span>
              </li>
            );
          })}
        </ol>
      )}
    </Section>
  );
}
