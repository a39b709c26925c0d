import type { Lane, Piece } from "#domains/approvals/web/case-lanes.ts";
import { caseTexts } from "#domains/approvals/web/case-texts.ts";
import { fitText } from "#domains/approvals/web/fit-text.ts";
import { sayPiece } from "#domains/approvals/web/say-piece.ts";
import { SHEET, type TimelineGeometry } from "#domains/approvals/web/timeline-geometry.ts";
import { useWords } from "#ui/language.tsx";

type TimelineLaneProps = { readonly lane: Lane; readonly place: TimelineGeometry["lanes"][number]; readonly hatch: string };

const CHARACTER = { zh: 13, en: 7 } as const;

export function TimelineLane({ lane, place, hatch }: TimelineLaneProps) {
  const { say, language } = useWords();
  const middle = place.top + SHEET.lane / 2;
  const top = place.top + (SHEET.lane - SHEET.bar) / 2;
  const name = lane.name ? lane.name[language] : say(caseTexts.laneCase);
  return (
    <g>
      <line x1={0} x2={SHEET.width} y1={place.top} y2={place.top} className="tl-edge" />
      <text x={4} y={middle - 3} className="tl-name">
        <title>{name}</title>
        {fitText(name, SHEET.names - 12, 13)}
      </text>
      <text x={4} y={middle + 11} className="tl-note">
        {fitText(lane.department, SHEET.names - 12, 11.5)}
      </text>
      {place.bars.map(({ piece, x, width }) => {
        const words = sayPiece(piece, say);
        const fits = width > words.length * CHARACTER[language] + 10;
        return (
          <g key={piece.key}>
            <rect x={x} y={top} width={width} height={SHEET.bar} className={`tl-bar tl-${piece.kind}`}>
              <title>{`${words} ${piece.from} – ${piece.lasts ? say(caseTexts.lasts) : piece.to}`}</title>
            </rect>
            {piece.kind === "paused" ? <rect x={x} y={top} width={width} height={SHEET.bar} fill={`url(#${hatch})`} /> : null}
            <BarWords words={words} piece={piece} inside={fits} x={x} width={width} y={middle + 4} own={lane.name !== null} />
          </g>
        );
      })}
      {place.due === null ? null : (
        <line x1={place.due} x2={place.due} y1={top - 4} y2={top + SHEET.bar + 4} className="tl-node-due">
          <title>{`${say(caseTexts.due)} ${lane.due?.day}`}</title>
        </line>
      )}
      {lane.pieces.length === 0 ? (
        <text x={SHEET.names + 4} y={middle + 4} className="tl-note">
          {lane.waitsFor.length > 0
            ? say(caseTexts.waitingFor, { names: lane.waitsFor.map((waited) => waited[language]) })
            : say(caseTexts.notOpen)}
        </text>
      ) : null}
    </g>
  );
}

type BarWordsProps = {
  readonly words: string;
  readonly piece: Piece;
  readonly inside: boolean;
  readonly x: number;
  readonly width: number;
  readonly y: number;
  readonly own: boolean;
};

/** Inside the bar where they fit; a department's stand behind its bar otherwise; on the lane of the case they would run into the next. */
function BarWords({ words, piece, inside, x, width, y, own }: BarWordsProps) {
  if (piece.kind === "paused") return null;
  if (inside)
    return (
      <text x={x + 6} y={y} className={`tl-word tl-word-${piece.kind}`}>
        {words}
      </text>
    );
  return own ? (
    <text x={x + width + 6} y={y} className="tl-word">
      {words}
    </text>
  ) : null;
}
