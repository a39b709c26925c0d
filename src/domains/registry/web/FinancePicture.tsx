import { enterpriseTexts } from "#domains/registry/web/enterprise-texts.ts";
import type { FinanceRow } from "#domains/registry/web/enterprise-view.ts";
import { useWords } from "#ui/language.tsx";

const MOST_YEARS = 10;
const SLOT = 64;
const HEIGHT = 132;
const TOP = 22;
const FLOOR = 108;
const BAR = 30;
const HUNDRED_MILLION = 100_000_000;
const TEN_THOUSAND = 10_000;

/** The last ten years: revenue as bars, net profit as ticks, below the line where it is a loss. The exact figures stand in the table. */
export function FinancePicture({ rows }: { readonly rows: readonly FinanceRow[] }) {
  const { say, language } = useWords();
  const years = [...rows]
    .sort((one, other) => one.year - other.year)
    .slice(-MOST_YEARS)
    .map((row) => ({ year: row.year, revenue: numberOf(row.revenueYuan), profit: numberOf(row.profitYuan) }));
  const values = years.flatMap(({ revenue, profit }) => [revenue ?? 0, profit ?? 0]);
  const most = Math.max(0, ...values);
  const least = Math.min(0, ...values);
  if (years.length < 2 || most === least) return null;
  const large = Math.max(most, -least) >= HUNDRED_MILLION;
  const unit = UNITS[language][large ? "large" : "small"];
  const scale = (FLOOR - TOP) / (most - least);
  const yOf = (yuan: number) => TOP + (most - yuan) * scale;
  const zero = yOf(0);
  const width = years.length * SLOT;
  const print = (yuan: number) => {
    const figure = yuan / (large ? HUNDRED_MILLION : TEN_THOUSAND);
    return Math.abs(figure) >= 100 ? figure.toFixed(0) : figure.toFixed(1);
  };
  const words = { from: years[0]?.year, to: years.at(-1)?.year, unit };
  return (
    <figure className="section-body">
      <svg
        className="finance-picture"
        viewBox={`0 0 ${width} ${HEIGHT}`}
        style={{ maxWidth: width }}
        role="img"
        aria-label={say(enterpriseTexts.financePicture, words)}
      >
        <line x1="0" x2={width} y1={zero} y2={zero} stroke="var(--line-strong)" />
        {years.map(({ year, revenue, profit }, place) => {
          const middle = place * SLOT + SLOT / 2;
          return (
            <g key={year}>
              {revenue === null ? null : (
                <>
                  <rect
                    x={middle - BAR / 2}
                    y={Math.min(zero, yOf(revenue))}
                    width={BAR}
                    height={Math.abs(yOf(revenue) - zero)}
                    fill="var(--accent)"
                  />
                  <text x={middle} y={Math.min(zero, yOf(revenue)) - 5} textAnchor="middle">
                    {print(revenue)}
                  </text>
                </>
              )}
              {profit === null ? null : (
                <line
                  x1={middle - BAR / 2 - 5}
                  x2={middle + BAR / 2 + 5}
                  y1={yOf(profit)}
                  y2={yOf(profit)}
                  stroke="var(--ink)"
                  strokeWidth="2.5"
                />
              )}
              <text x={middle} y={HEIGHT - 6} textAnchor="middle">
                {year}
              </text>
            </g>
          );
        })}
      </svg>
      <figcaption className="quiet">{say(enterpriseTexts.financeLegend, { unit })}</figcaption>
    </figure>
  );
}

const numberOf = (yuan: string | null): number | null => (yuan === null ? null : Number(yuan));
const UNITS = { zh: { large: "亿元", small: "万元" }, en: { large: "CNY 100 million", small: "CNY 10,000" } } as const;
