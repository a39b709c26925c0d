import { z } from "zod";
import { distressModelWords } from "#domains/promotion/contract/distress.ts";
import { distressTexts } from "#domains/promotion/contract/distress-texts.ts";
import { readDistressFile } from "#domains/promotion/server/distress-file.ts";
import { distressScores } from "#domains/promotion/server/distress-scores.ts";
import { AppError } from "#kernel/app-error.ts";
import { defineLocalCommand } from "#kernel/server/plugin.ts";
import { say } from "#kernel/texts.ts";

const MOST_SENTENCES = 20;
const SHOWN = 20;

export const distressCommand = defineLocalCommand({
  words: "promotion distress",
  summary: {
    zh: "由历年财务年报计算企业财务困境分及其原因（不需要服务器和数据库）",
    en: "Score the financial distress of companies from their annual statements, with the reasons (no server, no database)",
  },
  input: z.object({ year: z.number().int().min(1990).max(2100) }),
  takesFiles: true,
  run: async ({ year }, [path, ...others], note) => {
    if (path === undefined || others.length > 0) throw new AppError("distress.no-file", "invalid");
    const { histories, refused } = await readDistressFile(path);
    for (const { zh, en } of refused.slice(0, MOST_SENTENCES)) note(`✘ ${zh} ${en}`);
    const more = { count: refused.length - MOST_SENTENCES };
    if (more.count > 0)
      note(`✘ ${say(distressTexts["distress.more-rows"], "zh", more)} ${say(distressTexts["distress.more-rows"], "en", more)}`);
    const output = distressScores(histories, year);
    const [first] = output;
    if (first === undefined) throw new AppError("distress.no-year", "not-found", { name: path, year });
    const lines = output.slice(0, SHOWN).map((row) => `${row.stock_code}  ${row.score.toFixed(4)}  ${row.drivers[0]?.zh ?? ""}`);
    return {
      ok: true,
      output,
      printed: [`${year}　${output.length} 家　${distressModelWords[first.model].zh}`, ...lines].join("\n"),
    };
  },
});
