import type { SheetColumn } from "#kernel/sheet-cells.ts";
import type { Text } from "#kernel/texts.ts";

type Column = SheetColumn & { readonly width: number };
const text = (zh: string, en: string): Text => ({ zh, en });

/** The sheet of places, in the order of the template. */
export const nodeColumns: readonly Column[] = [
  {
    key: "code",
    head: text("代码", "Code"),
    required: true,
    width: 16,
    expected: text(
      "字母、数字、点、横线，40 字以内，各版本不变",
      "letters, digits, dots and dashes, at most 40, the same in every version",
    ),
  },
  {
    key: "level",
    head: text("层级", "Level"),
    required: true,
    width: 14,
    expected: text("主导产业、细分领域、产业方向、产业环节之一", "one of leading industry, field, direction, node"),
  },
  { key: "name", head: text("名称", "Name"), required: true, width: 26, expected: text("1 至 60 字", "1 to 60 characters") },
  {
    key: "parent",
    head: text("上级代码", "Parent code"),
    required: false,
    width: 16,
    expected: text("上一层级的代码；主导产业不填", "the code of the level above; empty for a leading industry"),
  },
  {
    key: "nameEn",
    head: text("英文名称", "English name"),
    required: false,
    width: 30,
    expected: text("120 字以内", "at most 120 characters"),
  },
  {
    key: "classes",
    head: text("行业代码", "Class codes"),
    required: false,
    width: 20,
    expected: text("GB/T 4754-2017 代码，如 C3972，多个用“、”分隔", "codes of GB/T 4754-2017 such as C3972, separated by commas"),
  },
  {
    key: "products",
    head: text("产品词", "Product words"),
    required: false,
    width: 40,
    expected: text("多个用“、”分隔，最多 60 个", "separated by commas, at most 60"),
  },
  { key: "note", head: text("说明", "Note"), required: false, width: 40, expected: text("500 字以内", "at most 500 characters") },
];

/** The sheet of edges. */
export const edgeColumns: readonly Column[] = [
  {
    key: "from",
    head: text("上游代码", "Upstream code"),
    required: true,
    width: 16,
    expected: text("环节表中的代码", "a code of the places"),
  },
  {
    key: "to",
    head: text("下游代码", "Downstream code"),
    required: true,
    width: 16,
    expected: text("环节表中的代码", "a code of the places"),
  },
  {
    key: "kind",
    head: text("关系类型", "Kind"),
    required: true,
    width: 12,
    expected: text("材料、设备、零部件、服务之一", "one of material, equipment, component, service"),
  },
  {
    key: "strength",
    head: text("证据强度", "Evidence"),
    required: false,
    width: 12,
    expected: text("弱、中、强之一；不填为弱", "one of weak, medium, strong; weak when empty"),
  },
  {
    key: "evidence",
    head: text("证据", "What proves it"),
    required: false,
    width: 60,
    expected: text("500 字以内", "at most 500 characters"),
  },
];

export const graphNames = {
  nodes: text("环节", "Places"),
  edges: text("上下游关系", "Edges"),
  file: text("产业链图谱", "chain-graph"),
} as const;

/** The list of enterprises for which places are looked for. */
export const candidateColumns: readonly Column[] = [
  { key: "name", head: text("企业名称", "Enterprise"), required: true, width: 34, expected: text("2 至 120 字", "2 to 120 characters") },
  {
    key: "uscc",
    head: text("统一社会信用代码", "Credit code"),
    required: false,
    width: 22,
    expected: text("18 位并通过校验", "18 characters that pass the check"),
  },
  {
    key: "classCode",
    head: text("行业代码", "Class code"),
    required: false,
    width: 14,
    expected: text("GB/T 4754-2017 代码，如 C3972", "a code of GB/T 4754-2017 such as C3972"),
  },
  {
    key: "products",
    head: text("主要产品", "Products"),
    required: false,
    width: 44,
    expected: text("多个用“；”或“、”分隔，最多 60 个", "separated by semicolons or commas, at most 60"),
  },
  {
    key: "segments",
    head: text("主营构成", "Segments"),
    required: false,
    width: 30,
    expected: text("多个用“；”或“、”分隔，最多 60 个", "separated by semicolons or commas, at most 60"),
  },
];
export const candidateNames = { sheet: text("企业名单", "Enterprises"), file: text("企业落位名单", "enterprises-to-place") } as const;
