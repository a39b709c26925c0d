import type { JournalEntry } from "#domains/system/contract/journal-operations.ts";
import { subjectKindTexts } from "#domains/system/web/journal-texts.ts";
import { useWords } from "#ui/language.tsx";

const NAMES = ["name", "title", "projectName", "enterpriseName", "code", "number", "username"] as const;

/** What the command itself said the record is called. */
function nameIn(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const fields = value as Record<string, unknown>;
  for (const name of NAMES) if (typeof fields[name] === "string" && fields[name] !== "") return fields[name];
  return undefined;
}

/** The kind of the record in words, and its name where the entry tells it; else the end of its id, which tells two of a kind apart. */
export function SubjectName({ entry }: { readonly entry: JournalEntry }) {
  const { say } = useWords();
  if (entry.subject === null) return <>–</>;
  const [kind = "", id = ""] = entry.subject.split(/:(.*)/s);
  const word = subjectKindTexts[kind];
  const name = nameIn(entry.after) ?? nameIn(entry.before);
  return (
    <span title={entry.subject}>
      {word ? say(word) : kind} <span className="quiet">{name ?? (id.length > 24 ? `…${id.slice(-6)}` : id)}</span>
    </span>
  );
}
