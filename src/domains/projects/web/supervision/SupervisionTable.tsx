import { SupervisionState, type SupervisionView, supervisionKindWords } from "#domains/projects/contract/supervision-operations.ts";
import { SupervisionLight } from "#domains/projects/web/SupervisionLight.tsx";
import { SupervisionClock } from "#domains/projects/web/supervision/SupervisionClock.tsx";
import { SupervisionStateChip } from "#domains/projects/web/supervision/SupervisionStateChip.tsx";
import { supervisionTexts } from "#domains/projects/web/supervision/supervision-texts.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { type Column, DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";
import { Empty } from "#ui/StateViews.tsx";

export type SupervisionSelection = { readonly chosen: ReadonlySet<string>; readonly onToggle: (item: SupervisionView) => void };

type SupervisionTableProps = {
  readonly rows: readonly SupervisionView[];
  readonly total: number | null;
  readonly more: (() => void) | undefined;
  readonly onOpen: (item: SupervisionView) => void;
  /** Where several may be issued at once: what is chosen, and how to choose. */
  readonly selection?: SupervisionSelection | undefined;
};

const selectColumn = ({ chosen, onToggle }: SupervisionSelection, say: ReturnType<typeof useWords>["say"]): Column<SupervisionView> => ({
  key: "select",
  short: true,
  width: "44px",
  title: say(supervisionTexts.select),
  cell: (row) =>
    row.abilities["issue"]?.allowed ? (
      <input
        type="checkbox"
        className="choose-row"
        aria-label={say(supervisionTexts.selectOne, { name: row.project.name })}
        checked={chosen.has(row.id)}
        onChange={() => onToggle(row)}
      />
    ) : null,
});

export function SupervisionTable({ rows, total, more, onOpen, selection }: SupervisionTableProps) {
  const { say, language } = useWords();
  const columns: readonly Column<SupervisionView>[] = [
    ...(selection === undefined ? [] : [selectColumn(selection, say)]),
    {
      key: "kind",
      short: true,
      title: say(supervisionTexts.kind),
      cell: (row) => (
        <button type="button" className="text-button flush" onClick={() => onOpen(row)}>
          {row.number ?? say(supervisionKindWords[row.kind])}
        </button>
      ),
    },
    {
      key: "project",
      title: say(supervisionTexts.project),
      order: (row) => row.project.code,
      cell: (row) => (
        <div>
          <AppLink to={`/projects/${row.project.id}`}>{row.project.name}</AppLink>
          <span className="quiet under">{row.project.code}</span>
        </div>
      ),
    },
    {
      key: "reasons",
      title: say(supervisionTexts.reasons),
      cell: (row) => (
        <span className="reasons">
          {row.colour === null ? null : <SupervisionLight colour={row.colour} />}
          <span>{row.reasons.map((reason) => reason[language]).join(language === "zh" ? "；" : "; ")}</span>
        </span>
      ),
    },
    {
      key: "addressee",
      title: say(supervisionTexts.addressee),
      wideOnly: true,
      short: true,
      order: (row) => row.addressee?.name ?? null,
      cell: (row) => row.addressee?.name ?? <span className="quiet">{say(supervisionTexts.nobody)}</span>,
    },
    { key: "clock", title: say(supervisionTexts.clock), order: (row) => -row.daysLate, cell: (row) => <SupervisionClock item={row} /> },
    {
      key: "state",
      title: say(supervisionTexts.stateColumn),
      short: true,
      order: (row) => SupervisionState.options.indexOf(row.state),
      cell: (row) => <SupervisionStateChip item={row} />,
    },
  ];
  return (
    <DataTable
      caption={say(supervisionTexts.title)}
      rows={rows}
      columns={columns}
      rowKey={(row) => row.id}
      onOpen={onOpen}
      total={total}
      more={more}
      empty={<Empty title={say(supervisionTexts.empty)} hint={say(supervisionTexts.emptyHint)} />}
    />
  );
}
