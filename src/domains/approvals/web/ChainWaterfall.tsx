import { useId } from "react";
import type { z } from "zod";
import type { ChainLink } from "#domains/approvals/contract/package-operations.ts";
import { type ChainBar, chainBars, labelAt } from "#domains/approvals/web/chain-bars.ts";
import { fitText } from "#domains/approvals/web/fit-text.ts";
import { chainTexts } from "#domains/approvals/web/package-texts.ts";
import { useWorkCalendar } from "#domains/approvals/web/use-work-calendar.ts";
import { useWords } from "#ui/language.tsx";

type Link = z.infer<typeof ChainLink>;

const SHEET = { width: 1200, names: 250, right: 70, row: 26, bar: 14, top: 6 } as const;
/** About the width of a figure. */
const DIGIT = 8;

export function ChainWaterfall({ links }: { readonly links: readonly Link[] }) {
  const { say, language } = useWords();
  const calendar = useWorkCalendar();
  const hatch = useId();
  if (!calendar) return null;
  const { bars, most } = chainBars(links, calendar);
  const scale = (SHEET.width - SHEET.names - SHEET.right) / most;
  const height = SHEET.top * 2 + links.length * SHEET.row;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a picture that scrolls sideways must be reachable by keyboard
    <section className="timeline-picture chain-picture" tabIndex={0} aria-label={say(chainTexts.picture)}>
      <svg viewBox={`0 0 ${SHEET.width} ${height}`} className="timeline" role="img" aria-label={say(chainTexts.pictureLabel)}>
        <defs>
          <pattern id={hatch} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <line x1="0" y1="0" x2="0" y2="7" className="tl-hatch" />
          </pattern>
        </defs>
        {links.map((link, place) => {
          const bar = bars[place];
          const top = SHEET.top + place * SHEET.row;
          return (
            <g key={`${link.name.zh} ${link.from}`} transform={`translate(0 ${top})`}>
              <text x={4} y={SHEET.row / 2 + 4} className="tl-name">
                <title>{link.name[language]}</title>
                {fitText(link.name[language], SHEET.names - 16, 13)}
              </text>
              <line x1={0} x2={SHEET.width} y1={SHEET.row} y2={SHEET.row} className="tl-grid" />
              {bar ? (
                <Bar bar={bar} scale={scale} hatch={hatch} kind={link.kind} />
              ) : (
                <text x={SHEET.names} y={SHEET.row / 2 + 4} className="tl-note">
                  {say(chainTexts.notBegun)}
                </text>
              )}
            </g>
          );
        })}
      </svg>
    </section>
  );
}

type BarProps = { readonly bar: ChainBar; readonly scale: number; readonly hatch: string; readonly kind: Link["kind"] };

function Bar({ bar, scale, hatch, kind }: BarProps) {
  const x = (days: number): number => Math.round((SHEET.names + days * scale) * 10) / 10;
  const y = (SHEET.row - SHEET.bar) / 2;
  const counted = Math.max(x(bar.start + bar.counted) - x(bar.start), 2);
  const paused = x(bar.start + bar.counted + bar.paused) - x(bar.start + bar.counted);
  const label = bar.lasts ? `${bar.counted} …` : String(bar.counted);
  const plan = bar.planned === null ? null : x(bar.planned);
  return (
    <>
      <rect x={x(bar.start)} y={y} width={counted} height={SHEET.bar} className={`chain-${kind}`} />
      {bar.paused > 0 ? (
        <>
          <rect x={x(bar.start) + counted} y={y} width={paused} height={SHEET.bar} className="tl-paused" />
          <rect x={x(bar.start) + counted} y={y} width={paused} height={SHEET.bar} fill={`url(#${hatch})`} />
        </>
      ) : null}
      {plan === null ? null : <line x1={plan} x2={plan} y1={y - 4} y2={y + SHEET.bar + 4} className="tl-node-due" />}
      <text x={labelAt(x(bar.start) + counted + paused, plan, label.length * DIGIT)} y={SHEET.row / 2 + 4} className="tl-word">
        {label}
      </text>
    </>
  );
}
