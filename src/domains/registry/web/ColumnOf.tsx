import { columnsOf } from "#domains/registry/contract/import-columns.ts";
import type { ImportSubject } from "#domains/registry/contract/import-operations.ts";
import { oneImportTexts } from "#domains/registry/web/registry-import-texts.ts";
import { useWords } from "#ui/language.tsx";

type ColumnOfProps = {
  readonly heading: string;
  readonly subject: ImportSubject;
  /** Our key, with its year where it is told year by year: `revenue:2024`. */
  readonly value: string;
  /** Keys that other headings are. */
  readonly taken: readonly string[];
  readonly onChange: (key: string) => void;
};

/** Which column of ours a heading of the file is. */
export function ColumnOf({ heading, subject, value, taken, onChange }: ColumnOfProps) {
  const { say } = useWords();
  const columns = columnsOf(subject);
  const [name = "", year = ""] = value.split(":");
  const chosen = columns.find((column) => column.key === name);
  return (
    <span className="column-of">
      <select
        className="input"
        aria-label={say(oneImportTexts.columnFor, { heading })}
        value={name}
        onChange={(event) => onChange(event.target.value)}
      >
        <option value="">{say(oneImportTexts.notRead)}</option>
        {columns.map((column) => (
          <option key={column.key} value={column.key} disabled={!column.yearly && taken.includes(column.key)}>
            {say(column.head)}
            {column.required ? " *" : ""}
          </option>
        ))}
      </select>
      {chosen?.yearly ? (
        <input
          className="input"
          aria-label={say(oneImportTexts.yearFor, { heading })}
          placeholder={say(oneImportTexts.year)}
          inputMode="numeric"
          maxLength={4}
          value={year}
          onChange={(event) => onChange(event.target.value === "" ? name : `${name}:${event.target.value}`)}
        />
      ) : null}
      {chosen ? <span className="hint">{say(chosen.expected)}</span> : null}
    </span>
  );
}
