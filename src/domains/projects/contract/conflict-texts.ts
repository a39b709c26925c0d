import type { Text } from "#kernel/texts.ts";

/** Refusals about contradictions between documents and the register, and about what other domains tell. */
export const conflictTexts = {
  "projects.no-such-conflict": { zh: "没有这处不一致。", en: "There is no such contradiction." },
  "projects.register-unchanged": {
    zh: "台账仍与文档不一致：请先在项目页更正，再选“已更正台账”；或说明以台账为准。",
    en: "The register still contradicts the document: correct it on the project's page first, or keep the register.",
  },
  "projects.no-such-statement": { zh: "没有这处完成率的说法。", en: "There is no such stated completion." },
  "projects.event-malformed": {
    zh: "{event} 的内容不对：{problem}",
    en: "The content of {event} is wrong: {problem}",
  },
} as const satisfies Record<string, Text>;

/** Why a contradiction cannot be settled now. */
export const conflictReasons = {
  "missing-permission:projects.settle": { zh: "当前岗位无权裁定", en: "the present role may not settle it" },
  "statement-withdrawn": { zh: "文档已撤回", en: "its document has been taken back" },
  "conflict-settled": { zh: "已有结论", en: "it has been settled" },
} as const satisfies Record<string, Text>;
