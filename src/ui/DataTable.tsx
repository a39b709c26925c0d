import { type KeyboardEvent, type ReactNode, useMemo, useRef } from "react";
import { useWords } from "#ui/language.tsx";
import { uiTexts } from "#ui/ui-texts.ts";
import { useAddress } from "#ui/use-address.ts";

export type Column<Row> = {
  readonly key: string;
  readonly title: string;
  readonly cell: (row: Row) => ReactNode;
  /** Figures stand at the right. */
  readonly figure?: true;
  /** What rows are ordered by; a column with it can be sorted from its head. */
  readonly order?: (row: Row) => string | number | null;
  /** Left out on a narrow screen. */
  readonly wideOnly?: true;
  readonly width?: string;
  /** Never broken into two lines: regions, periods, dates. */
  readonly short?: true;
};

type DataTableProps<Row> = {
  /** Says what the table holds, for those who do not see it. */
  readonly caption: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly rowKey: (row: Row) => string;
  /** Enter or a click on the row. */
  readonly onOpen?: (row: Row) => void;
  readonly empty?: ReactNode;
  readonly total?: number | null;
  readonly more?: (() => void) | undefined;
};

const compare = (left: string | number | null, right: string | number | null): number => {
  if (left === right) return 0;
  if (left === null) return 1;
  if (right === null) return -1;
  if (typeof left === "number" && typeof right === "number") return left - right;
  return String(left).localeCompare(String(right), "zh-CN", { numeric: true });
};

/** A dense table: sorted from its heads (the order stands in the address), moved through with the arrow keys, cards on a phone. */
export function DataTable<Row>({ caption, rows, columns, rowKey, onOpen, empty, total, more }: DataTableProps<Row>) {
  const { say } = useWords();
  const [address, change] = useAddress();
  const body = useRef<HTMLTableSectionElement>(null);
  const sort = address["sort"] ?? "";
  const column = columns.find((candidate) => candidate.key === sort.replace(/^-/, ""));
  const sorted = useMemo(() => {
    const order = column?.order;
    if (!order) return rows;
    const turn = sort.startsWith("-") ? -1 : 1;
    return [...rows].sort((left, right) => turn * compare(order(left), order(right)));
  }, [rows, column, sort]);

  const moveFocus = (event: KeyboardEvent<HTMLTableSectionElement>) => {
    const step = event.key === "ArrowDown" || event.key === "j" ? 1 : event.key === "ArrowUp" || event.key === "k" ? -1 : 0;
    const here = (event.target as HTMLElement).closest("tr");
    if (!here || event.target !== here) return;
    if (event.key === "Enter") {
      // Otherwise the same key would press the first button of the drawer that it opens: its “close”.
      event.preventDefault();
      const row = sorted[Number(here.dataset["place"])];
      if (row && onOpen) onOpen(row);
    }
    if (step === 0) return;
    event.preventDefault();
    const next = step === 1 ? here.nextElementSibling : here.previousElementSibling;
    if (next instanceof HTMLElement) next.focus();
  };

  if (rows.length === 0) return <>{empty ?? <p className="table-empty">{say(uiTexts.noMatch)}</p>}</>;
  return (
    <section className="table-frame" aria-label={caption}>
      <table className="table">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((one) => (
              <th
                key={one.key}
                scope="col"
                className={classes(one)}
                style={one.width ? { width: one.width } : undefined}
                aria-sort={ariaSort(one.key, sort)}
              >
                {one.order ? (
                  <button
                    type="button"
                    className="sorter"
                    title={say(uiTexts.sortBy, { column: one.title })}
                    onClick={() => change({ sort: sort === one.key ? `-${one.key}` : one.key })}
                  >
                    {one.title}
                    <span aria-hidden="true">{sort === one.key ? " ▴" : sort === `-${one.key}` ? " ▾" : ""}</span>
                  </button>
                ) : (
                  one.title
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body} onKeyDown={moveFocus}>
          {sorted.map((row, place) => (
            <tr
              key={rowKey(row)}
              data-place={place}
              tabIndex={onOpen ? (place === 0 ? 0 : -1) : undefined}
              className={onOpen ? "row-opens" : undefined}
              onClick={(event) => opened(event.target, onOpen, row)}
            >
              {columns.map((one) => (
                <td key={one.key} className={classes(one)} data-label={one.title}>
                  {one.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <footer className="table-foot">
        <span>
          {total === null || total === undefined ? say(uiTexts.shown, { count: rows.length }) : say(uiTexts.rows, { count: total })}
        </span>
        {more ? (
          <button type="button" className="text-button" onClick={more}>
            {say(uiTexts.more)}
          </button>
        ) : null}
      </footer>
    </section>
  );
}

const classes = (column: { readonly figure?: true; readonly wideOnly?: true; readonly short?: true }): string | undefined =>
  [column.figure ? "cell-figure" : "", column.wideOnly ? "wide-only" : "", column.short ? "cell-short" : ""].join(" ").trim() || undefined;

const ariaSort = (key: string, sort: string) => (sort === key ? "ascending" : sort === `-${key}` ? "descending" : undefined);

/** A click on a link or button inside the row is theirs. */
function opened<Row>(target: EventTarget, onOpen: ((row: Row) => void) | undefined, row: Row): void {
  if (!onOpen || !(target instanceof Element) || target.closest("a, button, input, label")) return;
  if (window.getSelection()?.toString() === "") onOpen(row);
}
