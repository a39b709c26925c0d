import type { z } from "zod";
import { stateWords } from "#domains/economy/contract/card-words.ts";
import type { ReportCardBrief } from "#domains/economy/contract/economy-operations.ts";
import { periodWords } from "#domains/economy/rules/period-words.ts";
import { printAmount, printSigned } from "#domains/economy/rules/print-number.ts";
import type { Language } from "#kernel/texts.ts";

type Brief = z.output<typeof ReportCardBrief>;

/** The card as a person reads it in a terminal: state first, then each figure with its source. */
export function printBrief(card: Brief, language: Language): string {
  const zh = language === "zh";
  const edition =
    card.version === null
      ? zh
        ? "尚无成绩单，按已采纳数据即时汇总"
        : "no card yet, computed from accepted facts"
      : zh
        ? `第${card.version}版`
        : `edition ${card.version}`;
  const lines = [`${card.region} ${periodWords(card.period, language)} · ${stateWords[card.state][language]} · ${edition}`, ""];
  for (const figure of card.figures) {
    const growthOnly = figure.unit === "%" && figure.yoy_pct === figure.value;
    const growth =
      figure.yoy_pct === null || growthOnly
        ? ""
        : zh
          ? `（同比 ${printSigned(String(figure.yoy_pct))}%）`
          : ` (${printSigned(String(figure.yoy_pct))} %)`;
    lines.push(`${zh ? figure.indicator : figure.indicatorEn}  ${printAmount(String(figure.value), figure.unit, language)}${growth}`);
    lines.push(
      `    ${figure.source.document}${zh ? "：" : ": "}“${oneLine(figure.source.quote)}”${figure.source.start === null ? "" : ` [${figure.source.start}–${figure.source.end}]`}`,
    );
  }
  if (card.figures.length === 0) lines.push(zh ? "没有已采纳的数据。" : "No accepted facts.");
  if (card.checks.length > 0) lines.push("", zh ? "核对" : "Checks");
  for (const check of card.checks) lines.push(`  ${check.ok === null ? "—" : check.ok ? "✔" : "✘"} ${check.detail}`);
  if (card.conflicts.length > 0) lines.push("", zh ? "冲突（未列入）" : "In conflict (left out)");
  for (const conflict of card.conflicts)
    lines.push(`  ${zh ? `${conflict.indicator}：` : `${conflict.indicatorEn}: `}${conflict.values.join(" / ")}`);
  return lines.join("\n");
}

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();
