import type { JournalEntry } from "#domains/system/contract/system-operations.ts";
import { roleTexts } from "#domains/system/contract/system-texts.ts";
import { journalTexts } from "#domains/system/web/journal-texts.ts";
import { Role } from "#kernel/role.ts";
import { useWords } from "#ui/language.tsx";
import { useOperationName } from "#ui/operation-names.tsx";
import { useTimes } from "#ui/use-times.ts";

const printed = (value: unknown): string => (value === null || value === undefined ? "–" : JSON.stringify(value, null, 2));

export function JournalEntryView({ entry }: { readonly entry: JournalEntry }) {
  const { say } = useWords();
  const { moment } = useTimes();
  const nameOf = useOperationName();
  const role = Role.safeParse(entry.role).data;
  return (
    <>
      <dl className="facts">
        <dt>{say(journalTexts.at)}</dt>
        <dd>{moment(entry.at)}</dd>
        <dt>{say(journalTexts.who)}</dt>
        <dd>{entry.actorName}</dd>
        <dt>{say(journalTexts.role)}</dt>
        <dd>{role ? say(roleTexts[role]) : entry.role}</dd>
        <dt>{say(journalTexts.operation)}</dt>
        <dd>
          {nameOf(entry.operation)} <span className="quiet">{entry.operation}</span>
        </dd>
        <dt>{say(journalTexts.subject)}</dt>
        <dd>{entry.subject ?? "–"}</dd>
        <dt>{say(journalTexts.from)}</dt>
        <dd>{entry.from ?? "–"}</dd>
        <dt>{say(journalTexts.hash)}</dt>
        <dd className="code">{entry.hash}</dd>
      </dl>
      <h3>{say(journalTexts.before)}</h3>
      <pre className="code">{printed(entry.before)}</pre>
      <h3>{say(journalTexts.after)}</h3>
      <pre className="code">{printed(entry.after)}</pre>
    </>
  );
}
