import type { z } from "zod";
import type { BurnDown } from "#domains/projects/contract/dispatch-operations.ts";
import { resolutionTexts } from "#domains/projects/web/dispatch/dispatch-web-texts.ts";
import { useWords } from "#ui/language.tsx";

const STEP = 64;
const HEIGHT = 150;
const FEWEST = 5;
const EDGE = { left: 4, right: 4, top: 12, bottom: 24 };

/** A bar for each week: what was open at its end, with the overdue part hatched. The exact numbers stand in the table below. */
export function BurnDownChart({ burn }: { readonly burn: z.output<typeof BurnDown> }) {
  const { say } = useWords();
  // Weeks before the first resolution say nothing.
  const first = burn.weeks.findIndex((week) => week.made + week.open > 0);
  const weeks = burn.weeks.slice(Math.max(0, Math.min(first < 0 ? burn.weeks.length : first, burn.weeks.length - FEWEST)));
  const width = EDGE.left + EDGE.right + STEP * weeks.length;
  const most = Math.max(1, ...weeks.map((week) => week.open));
  const height = (count: number) => ((HEIGHT - EDGE.top - EDGE.bottom) * count) / most;
  const ground = HEIGHT - EDGE.bottom;
  const last = weeks.at(-1);
  const label = say(resolutionTexts.burnLabel, { weeks: weeks.length, open: last?.open ?? 0, overdue: last?.overdue ?? 0 });
  return (
    <>
      <svg className="burn" viewBox={`0 0 ${width} ${HEIGHT}`} width={width} height={HEIGHT} role="img" aria-label={label}>
        <defs>
          <pattern id="late" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="5" height="5" className="burn-paper" />
            <line x1="0" y1="0" x2="0" y2="5" className="burn-hatch" />
          </pattern>
        </defs>
        <line x1={EDGE.left} x2={width - EDGE.right} y1={ground} y2={ground} className="burn-line" />
        {weeks.map((week, place) => {
          const x = EDGE.left + place * STEP + STEP * 0.2;
          const [open, late] = [height(week.open), height(week.overdue)];
          return (
            <g key={week.from}>
              <rect x={x} y={ground - open} width={STEP * 0.6} height={open} className="burn-open" />
              <rect x={x} y={ground - late} width={STEP * 0.6} height={late} className="burn-late" fill="url(#late)" />
              {week.open > 0 ? (
                <text x={x + STEP * 0.3} y={ground - open - 3} textAnchor="middle">
                  {week.open}
                </text>
              ) : null}
              <text x={x + STEP * 0.3} y={HEIGHT - 8} textAnchor="middle" className="burn-week">
                {week.from.slice(5)}
              </text>
            </g>
          );
        })}
      </svg>
      <p className="burn-key quiet">
        <span className="key key-open" aria-hidden="true" /> {say(resolutionTexts.openLine)}{" "}
        <span className="key key-late" aria-hidden="true" /> {say(resolutionTexts.overduePart)}
      </p>
      <details className="folded">
        <summary>{say(resolutionTexts.asTable)}</summary>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{say(resolutionTexts.week)}</th>
              {(["made", "closed", "open", "overdue"] as const).map((name) => (
                <th key={name} scope="col" className="cell-figure">
                  {say(resolutionTexts[name])}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeks.map((week) => (
              <tr key={week.from}>
                <td>{week.from}</td>
                {(["made", "closed", "open", "overdue"] as const).map((name) => (
                  <td key={name} className="cell-figure" data-label={say(resolutionTexts[name])}>
                    {week[name]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}
