import { AppLink } from "#ui/AppLink.tsx";
import { useWords } from "#ui/language.tsx";
import { uiTexts } from "#ui/ui-texts.ts";

type ProofRow = { readonly id: string; readonly label: string; readonly dataset: string };
type ProofRowsProps = {
  readonly rows: readonly ProofRow[];
  readonly total: number;
  /** Inside the product a row opens its record; the public sees its label alone. */
  readonly linked?: boolean;
  readonly more?: (() => void) | undefined;
};

const RECORD = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A dataset begins with the domain whose pages show its records: a row of `projects.building` opens `/projects/ID`. */
const addressOf = ({ id, dataset }: ProofRow): string | undefined => {
  const [domain, list] = dataset.split(".");
  return list !== undefined && RECORD.test(id) ? `/${domain}/${id}` : undefined;
};

/** The rows that a figure was counted from. */
export function ProofRows({ rows, total, linked = true, more }: ProofRowsProps) {
  const { say } = useWords();
  return (
    <>
      <ol className="proof-rows">
        {rows.map((row) => {
          const address = linked ? addressOf(row) : undefined;
          return <li key={row.id}>{address === undefined ? row.label : <AppLink to={address}>{row.label}</AppLink>}</li>;
        })}
      </ol>
      {total > rows.length ? <p className="quiet">{say(uiTexts.rowsShown, { shown: rows.length, total })}</p> : null}
      {more ? (
        <button type="button" className="text-button" onClick={more}>
          {say(uiTexts.more)}
        </button>
      ) : null}
    </>
  );
}
