import type { IngestResult } from "#domains/intelligence/contract/intelligence-operations.ts";
import { documentStateTexts } from "#domains/intelligence/contract/intelligence-texts.ts";
import type { Language } from "#kernel/texts.ts";

const words = {
  zh: { figures: "数据", projects: "项目", organisations: "机构", accepted: "已采纳", refused: "未收录" },
  en: { figures: "figures", projects: "projects", organisations: "organisations", accepted: "accepted", refused: "refused" },
} as const;

/** One line a file: what it is called, what was found, or why it was refused. */
export function presentIngest({ documents }: IngestResult, language: Language): string {
  const say = words[language];
  return documents
    .map((row) => {
      if (row.state === "refused" || row.state === "failed") return `✘ ${row.name}  ${say.refused}  ${row.message?.[language] ?? ""}`;
      if (row.duplicateOf !== null) return `= ${row.name}  ${row.message?.[language] ?? ""}`;
      return `✔ ${row.title ?? row.name}  ${documentStateTexts[row.state][language]}  ${say.figures} ${row.figures}  ${say.projects} ${row.projects}  ${say.organisations} ${row.organisations}  ${say.accepted} ${row.accepted}`;
    })
    .join("\n");
}
