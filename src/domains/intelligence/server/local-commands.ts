import { z } from "zod";
import { sentencesOf } from "#domains/intelligence/server/documents/sentences-of.ts";
import { extractFiles } from "#domains/intelligence/server/extract-files.ts";
import { LocalDate } from "#kernel/local-date.ts";
import { defineLocalCommand } from "#kernel/server/plugin.ts";

export const extractCommand = defineLocalCommand({
  words: "intelligence extract",
  summary: {
    zh: "从文件中抽取数据、项目、机构与政策（不需要服务器和数据库）",
    en: "Extract figures, projects, organisations and policies from files (no server, no database)",
  },
  input: z.object({ out: z.string().min(1).max(1000), published: LocalDate.optional() }),
  takesFiles: true,
  run: async ({ out, published }, files) => {
    const results = await extractFiles(files, { out, published: published ?? null });
    const output = results.map((result) =>
      "refused" in result
        ? { file: result.path, refused: sentencesOf(result.refused) }
        : {
            file: result.path,
            output: result.output,
            articles: result.articles,
            figures: result.findings.metrics.length,
            projects: result.findings.projects.length,
            organisations: result.findings.organisations.length,
            policies: result.findings.policies.length,
          },
    );
    const lines = output.map((row) =>
      "refused" in row
        ? `✘ ${row.refused.zh}`
        : `${row.file} → ${row.output}  数据 ${row.figures}　项目 ${row.projects}　机构 ${row.organisations}　政策 ${row.policies}`,
    );
    return {
      ok: files.length > 0 && results.every((result) => !("refused" in result)),
      output,
      printed: lines.length > 0 ? lines.join("\n") : "请给出要抽取的文件。 Name the files to extract from.",
    };
  },
});
