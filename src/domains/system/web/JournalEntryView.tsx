import type { JournalEntry } from "#domains/system/contract/journal-operations.ts";
import { roleTexts } from "#domains/system/contract/system-texts.ts";
import { changesOf } from "#domains/system/rules/changes-of.ts";
import { JournalItems } from "#domains/system/web/JournalItems.tsx";
import { journalTexts } from "#domains/system/web/journal-texts.ts";
import { SubjectName } from "#domains/system/web/SubjectName.tsx";
import { useActorName } from "#domains/system/web/use-actor-name.ts";
import { Role } from "#kernel/role.ts";
import { useWords } from "#ui/language.tsx";
import { useOperationName } from "#ui/operation-names.tsx";
import { useAddress } from "#ui/use-address.ts";
import { useTimes } from "#ui/use-times.ts";

const printed = (value: unknown): string =>
  value === null || value === undefined ? "–" : typeof value === "string" ? value : JSON.stringify(value);

type JournalEntryViewProps = { readonly entry: JournalEntry; readonly onFilter: () => void };

export function JournalEntryView({ entry, onFilter }: JournalEntryViewProps) {
  const { say } = useWords();
  const { moment } = useTimes();
  const nameOf = useOperationName();
  const actorName = useActorName();
  const [, change] = useAddress();
  const role = Role.safeParse(entry.role).data;
  const filterBy = (filter: Readonly<Record<string, string>>) => {
    change(filter);
    onFilter();
  };
  return (
    <>
      <dl className="facts">
        <dt>{say(journalTexts.at)}</dt>
        <dd>{moment(entry.at)}</dd>
        <dt>{say(journalTexts.who)}</dt>
        <dd>
          {actorName(entry.actorName)}{" "}
          <button type="button" className="text-button" onClick={() => filterBy({ who: entry.actor })}>
            {say(journalTexts.allOfPerson)}
          </button>
        </dd>
        {entry.onBehalfOf ? (
          <>
            <dt>{say(journalTexts.onBehalfOf)}</dt>
            <dd>{entry.onBehalfOf.name}</dd>
          </>
        ) : null}
        <dt>{say(journalTexts.role)}</dt>
        <dd>{role ? say(roleTexts[role]) : entry.role}</dd>
        <dt>{say(journalTexts.operation)}</dt>
        <dd>
          {nameOf(entry.operation)} <span className="quiet">{entry.operation}</span>
        </dd>
        <dt>{say(journalTexts.subject)}</dt>
        <dd>
          <SubjectName entry={entry} />{" "}
          {entry.subject ? (
            <button type="button" className="text-button" onClick={() => filterBy({ subject: entry.subject ?? "" })}>
              {say(journalTexts.allOfSubject)}
            </button>
          ) : null}
        </dd>
        <dt>{say(journalTexts.from)}</dt>
        <dd>{entry.from ?? "–"}</dd>
        {entry.personal === "none" ? null : (
          <>
            <dt>{say(journalTexts.personal)}</dt>
            <dd>{say(entry.personal === "kept" ? journalTexts.personalKept : journalTexts.personalErased)}</dd>
          </>
        )}
        <dt>{say(journalTexts.hash)}</dt>
        <dd className="code">{entry.hash}</dd>
      </dl>
      <h3>{say(journalTexts.changes)}</h3>
      <Changes entry={entry} />
      {entry.items > 0 ? <JournalItems sequence={entry.sequence} items={entry.items} /> : null}
    </>
  );
}

function Changes({ entry }: { readonly entry: JournalEntry }) {
  const { say } = useWords();
  const changes = changesOf(entry.before, entry.after);
  if (changes.length === 0) return <p className="quiet">{say(journalTexts.noChanges)}</p>;
  return (
    <section className="table-frame" aria-label={say(journalTexts.changes)}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{say(journalTexts.field)}</th>
            <th scope="col">{say(journalTexts.before)}</th>
            <th scope="col">{say(journalTexts.after)}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ field, before, after }) => (
            <tr key={field}>
              <td data-label={say(journalTexts.field)} className="code">
                {field}
              </td>
              <td data-label={say(journalTexts.before)} className="quiet">
                {printed(before)}
              </td>
              <td data-label={say(journalTexts.after)}>{printed(after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
