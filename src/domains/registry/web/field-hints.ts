import type { ProfileField } from "#domains/registry/contract/enterprise.ts";
import type { Text } from "#kernel/texts.ts";

/** How a value is written; whether it will do the server says. */
export const fieldHints: Readonly<Partial<Record<ProfileField, Text>>> = {
  classCode: { zh: "GB/T 4754-2017 的代码，如 C3973", en: "A class of GB/T 4754-2017 such as C3973" },
  otherClasses: { zh: "多个代码之间用分号", en: "Codes with semicolons between them" },
  regionCode: { zh: "2、4 或 6 位区划代码，如 500112", en: "A code of 2, 4 or 6 digits such as 500112" },
  capitalYuan: { zh: "单位元，如 60000000", en: "In yuan, such as 60000000" },
  revenueYuan: { zh: "单位元", en: "In yuan" },
  revenueYear: { zh: "年份，如 2025", en: "A year such as 2025" },
  revenueGrowthPct: { zh: "百分数，如 12.5", en: "Per cent such as 12.5" },
  products: { zh: "产品之间用分号", en: "Products with semicolons between them" },
};
