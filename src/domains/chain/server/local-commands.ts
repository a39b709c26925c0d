import { z } from "zod";
import { classifyTexts } from "#domains/chain/contract/classify-texts.ts";
import { sayReason } from "#domains/chain/rules/classify-reason.ts";
import type { RowNote } from "#domains/chain/server/classify-examples.ts";
import { type ClassifiedRow, classifyFile } from "#domains/chain/server/classify-file.ts";
import { AppError } from "#kernel/app-error.ts";
import { defineLocalCommand } from "#kernel/server/plugin.ts";
import { say } from "#kernel/texts.ts";

/** A file of a million rows that are all wrong says so a few times. */
const MOST_NOTES = 100;

export const classifyCommand = defineLocalCommand({
  words: "chain classify",
  summary: {
    zh: "按产品把企业归入行业：从已标注的样本学习，每家企业给出三个行业（不需要服务器和数据库）",
    en: "Place enterprises in industries by their products, learned from labelled examples: three each (no server, no database)",
  },
  input: z.object({ examples: z.string().min(1).max(1000), reasons: z.boolean().default(false) }),
  takesFiles: true,
  run: async ({ examples, reasons }, files, tell) => {
    const [file] = files;
    if (file === undefined || files.length > 1) throw new AppError("classify.no-file", "invalid");
    let notes = 0;
    let refused = false;
    const rows = await classifyFile(file, examples, ({ code, params }: RowNote) => {
      refused ||= code === "classify.row-no-id";
      notes += 1;
      if (notes <= MOST_NOTES) tell(inBoth(code, params));
    });
    if (notes > MOST_NOTES) tell(inBoth("classify.more-notes", { more: notes - MOST_NOTES }));
    return { ok: !refused, output: rows.map((row) => shown(row, reasons)), printed: rows.map(printed).join("\n") };
  },
});

const inBoth = (code: string, params: RowNote["params"]): string => {
  const text = classifyTexts[code as keyof typeof classifyTexts];
  return `${say(text, "zh", params)} ${say(text, "en", params)}`;
};

const rounded = (score: number): number => Math.round(score * 10_000) / 10_000;

const shown = ({ id, industries }: ClassifiedRow, reasons: boolean) => ({
  id,
  industries: industries.map(({ code, name, score, reason }) => ({
    code,
    name,
    score: rounded(score),
    ...(reasons && { reason: { zh: sayReason(reason, "zh"), en: sayReason(reason, "en") } }),
  })),
});

const printed = ({ id, industries }: ClassifiedRow): string =>
  [id, ...industries.map(({ code, name, score, reason }) => `  ${code} ${name}  ${score.toFixed(2)}  ${sayReason(reason, "zh")}`)].join(
    "\n",
  );
