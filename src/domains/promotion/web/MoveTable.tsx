import { measureWords } from "#domains/promotion/contract/screening.ts";
import type { KeptTerm, TargetMove } from "#domains/promotion/contract/target.ts";
import { ScoreBar } from "#domains/promotion/web/ScoreBar.tsx";
import { barOf } from "#domains/promotion/web/TargetTable.tsx";
import { standingWords, targetWebTexts as texts } from "#domains/promotion/web/target-web-texts.ts";
import { type Column, DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";
import { StateChip } from "#ui/StateChip.tsx";

const pointsOf = ({ value, least, most }: KeptTerm): string => (value === null ? `${least / 10}–${most / 10}` : String(least / 10));

/** Score then and now, term by term, with what each now rests on. */
export function MoveTable({ moves }: { readonly moves: readonly TargetMove[] }) {
  const { say, language } = useWords();
  const rank = (place: number | null, otherwise: string) => (place === null ? otherwise : say(texts.rankSaid, { rank: place }));
  const columns: readonly Column<TargetMove>[] = [
    {
      key: "moved",
      title: say(texts.count),
      cell: (row) => (
        <div>
          {row.enterprise}
          <span className="quiet under">
            {say(texts.rankMove, { before: rank(row.rankThen, say(texts.byHand)), after: rank(row.rankNow, say(texts.notRanked)) })}
          </span>
        </div>
      ),
    },
    {
      key: "standing",
      title: say(texts.standing),
      short: true,
      cell: (row) => <StateChip tone={row.standing === "ranked" ? "plain" : "alert"}>{say(standingWords[row.standing])}</StateChip>,
    },
    { key: "before", title: say(texts.before), wideOnly: true, cell: (row) => <ScoreBar {...barOf(row.before)} /> },
    { key: "after", title: say(texts.after), cell: (row) => (row.after === null ? "–" : <ScoreBar {...barOf(row.after)} />) },
    {
      key: "why",
      title: say(texts.why),
      cell: (row) => (
        <ul className="term-moves">
          {row.against.map(({ kind, text, on, source }) => (
            <li key={kind}>
              {text[language]}
              <span className="quiet under">{[source, on].filter(Boolean).join(" · ")}</span>
            </li>
          ))}
          {row.moves.map(({ measure, before, after }) => (
            <li key={measure}>
              {say(texts.termMove, { term: say(measureWords[measure]), before: pointsOf(before), after: pointsOf(after) })}
              <span className="quiet under">{after.because[language]}</span>
              {before.because.zh === after.because.zh ? null : (
                <span className="quiet under">{say(texts.was, { said: before.because[language] })}</span>
              )}
            </li>
          ))}
        </ul>
      ),
    },
  ];
  return <DataTable caption={say(texts.movedTitle)} rows={moves} columns={columns} rowKey={(row) => row.targetId} />;
}
