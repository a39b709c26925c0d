import type { Text } from "#kernel/texts.ts";

export const ruleHistoryTexts = {
  versions: { zh: "历次版本", en: "Versions" },
  version: { zh: "第{version}版", en: "Version {version}" },
  effective: { zh: "{day}起", en: "from {day}" },
  by: { zh: "{name}，{day}改", en: "changed by {name} on {day}" },
  first: { zh: "平台默认", en: "the platform's own" },
  unchanged: { zh: "没有改动", en: "nothing was changed" },
  fromTo: { zh: "{what}：{from} → {to}", en: "{what}: {from} → {to}" },
  here: { zh: "现行", en: "In force" },
  later: { zh: "未生效", en: "To come" },
  replaced: { zh: "未执行即被替换", en: "replaced before its day" },
} as const satisfies Record<string, Text>;
