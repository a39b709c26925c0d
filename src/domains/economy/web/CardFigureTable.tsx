import { calibreInWords } from "#domains/economy/contract/card-words.ts";
import type { ReportCardFigure } from "#domains/economy/contract/report-card.ts";
import { AgainstWider } from "#domains/economy/web/AgainstWider.tsx";
import { cardTexts } from "#domains/economy/web/card-texts.ts";
import { FigureGrowth } from "#domains/economy/web/FigureGrowth.tsx";
import { SourceCount } from "#domains/economy/web/SourceCount.tsx";
import type { Decision } from "#kernel/policy.ts";
import { type Column, DataTable } from "#ui/DataTable.tsx";
import { Figure } from "#ui/Figure.tsx";
import { useWords } from "#ui/language.tsx";
import { StateChip } from "#ui/StateChip.tsx";

type CardFigureTableProps = {
  readonly figures: readonly ReportCardFigure[];
  readonly excluded?: readonly string[];
  readonly ability?: Decision | undefined;
  readonly onOpen: (figure: ReportCardFigure) => void;
  readonly onToggle?: (figure: ReportCardFigure, included: boolean) => void;
};

function CalibreOf({ figure }: { readonly figure: ReportCardFigure }) {
  const { say } = useWords();
  const calibre = calibreInWords(figure);
  return calibre === null ? null : <span className="quiet">{say(calibre)}</span>;
}

/** Every figure of the card: level, growth, against the wider region, a year before; each opens to its sentence. */
export function CardFigureTable({ figures, excluded = [], ability, onOpen, onToggle }: CardFigureTableProps) {
  const { say, language } = useWords();
  const nameOf = (figure: ReportCardFigure) => (language === "en" && figure.indicatorEn) || figure.indicator;
  const choosing: readonly Column<ReportCardFigure>[] =
    onToggle && ability?.allowed
      ? [
          {
            key: "included",
            title: say(cardTexts.included),
            width: "56px",
            cell: (row) => (
              <label className="check">
                <input
                  type="checkbox"
                  aria-label={say(cardTexts.include, { name: nameOf(row) })}
                  checked={!row.observationIds.some((id) => excluded.includes(id))}
                  onChange={(event) => onToggle(row, event.target.checked)}
                />
              </label>
            ),
          },
        ]
      : [];
  const columns: readonly Column<ReportCardFigure>[] = [
    {
      key: "indicator",
      title: say(cardTexts.indicator),
      cell: (row) => (
        <>
          {nameOf(row)} <CalibreOf figure={row} />{" "}
          {row.status === "conflict" ? <StateChip tone="alert">{say(cardTexts.conflicting)}</StateChip> : null}
        </>
      ),
    },
    {
      key: "value",
      title: say(cardTexts.value),
      figure: true,
      cell: (row) => (
        <Figure
          value={row.value}
          unit={row.unit}
          name={nameOf(row)}
          approximation={row.approximation}
          onOpen={row.value === null ? undefined : () => onOpen(row)}
        />
      ),
    },
    {
      key: "growth",
      title: say(cardTexts.growth),
      figure: true,
      cell: (row) => <FigureGrowth figure={row} name={nameOf(row)} onOpen={row.value === null ? () => onOpen(row) : undefined} />,
    },
    { key: "comparison", title: say(cardTexts.comparison), cell: (row) => <AgainstWider comparisons={row.comparisons} /> },
    {
      key: "last-year",
      title: say(cardTexts.lastYear),
      figure: true,
      wideOnly: true,
      cell: (row) =>
        row.lastYear?.value ? (
          <Figure value={row.lastYear.value} unit={row.lastYear.unit} name={nameOf(row)} />
        ) : row.lastYear?.yoyPct ? (
          <Figure value={row.lastYear.yoyPct} unit="%" name={nameOf(row)} growth />
        ) : (
          "–"
        ),
    },
    {
      key: "source",
      title: say(cardTexts.source),
      width: "72px",
      cell: (row) => <SourceCount figure={row} name={nameOf(row)} onOpen={() => onOpen(row)} />,
    },
    ...choosing,
  ];
  return <DataTable caption={say(cardTexts.figures)} rows={figures} columns={columns} rowKey={(row) => row.id} />;
}
