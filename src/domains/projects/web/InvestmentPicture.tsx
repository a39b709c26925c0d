import type { Investment } from "#domains/projects/web/Completions.tsx";
import { investTexts } from "#domains/projects/web/investment-part-texts.ts";
import { useWords } from "#ui/language.tsx";

const WIDTH = 960;
const HEIGHT = 196;
const BASE = 164;
const TOP = 30;
const SLOT = WIDTH / 12;
const BAR = 30;
const TEN_THOUSAND = 10_000;

/** Twelve months: what was done as a bar, what was planned as a tick over it. The exact figures stand in the table below. */
export function InvestmentPicture({ view }: { readonly view: Investment }) {
  const { say } = useWords();
  const months = view.months.map((line, place) => ({
    name: say(investTexts.monthOf, { month: place + 1 }),
    left: place * SLOT + SLOT / 2,
    planned: line.plannedYuan === null ? null : Number(line.plannedYuan),
    invested: line.investedYuan === null ? null : Number(line.investedYuan),
  }));
  const most = Math.max(1, ...months.flatMap(({ planned, invested }) => [planned ?? 0, invested ?? 0]));
  const heightOf = (yuan: number) => (yuan / most) * (BASE - TOP);
  return (
    <figure className="section-body">
      <svg
        className="plan-picture"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={say(investTexts.picture, { year: view.year })}
      >
        <line x1="0" x2={WIDTH} y1={BASE} y2={BASE} stroke="var(--line-strong)" />
        {months.map(({ name, left, planned, invested }) => (
          <g key={name}>
            {invested === null ? null : (
              <>
                <rect x={left - BAR / 2} y={BASE - heightOf(invested)} width={BAR} height={heightOf(invested)} fill="var(--accent)" />
                <text x={left} y={BASE - Math.max(heightOf(invested), planned === null ? 0 : heightOf(planned)) - 5} textAnchor="middle">
                  {Math.round(invested / TEN_THOUSAND)}
                </text>
              </>
            )}
            {planned === null ? null : (
              <line
                x1={left - BAR / 2 - 5}
                x2={left + BAR / 2 + 5}
                y1={BASE - heightOf(planned)}
                y2={BASE - heightOf(planned)}
                stroke="var(--ink)"
                strokeWidth="2.5"
              />
            )}
            <text x={left} y={HEIGHT - 6} textAnchor="middle">
              {name}
            </text>
          </g>
        ))}
      </svg>
      <figcaption className="quiet">{say(investTexts.legend)}</figcaption>
    </figure>
  );
}
