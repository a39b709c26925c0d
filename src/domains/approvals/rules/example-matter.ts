import type { Matter, MatterMaterial, ReviewNode } from "#domains/approvals/contract/matter.ts";

const words = (zh: string) => ({ zh, en: zh });

/** A material of tests: mandatory and plain, the rest as given. */
export const exampleMaterial = (key: string, given: Partial<MatterMaterial> = {}): MatterMaterial => ({
  key,
  name: words(`材料${key}`),
  need: "mandatory",
  deferrable: false,
  byCommitment: false,
  note: "",
  ...given,
});

export const exampleNode = (key: string, after: readonly string[] = [], given: Partial<ReviewNode> = {}): ReviewNode => ({
  key,
  name: words(`环节${key}`),
  department: "建设管理局",
  after: [...after],
  limit: { length: 5, unit: "workday", source: "本区规定" },
  silence: "none",
  ...given,
});

/** A matter of tests that has nothing wrong with it: an ordinary licence with one material, the rest as given. */
export const exampleMatter = (code: string, given: Partial<Matter> = {}): Matter => ({
  code,
  name: words(`事项${code}`),
  stage: "operation",
  kind: "licence",
  authority: "岚州市行政审批局",
  department: "行政审批局",
  legal: { length: 20, unit: "workday", source: "行政许可法第四十二条第一款" },
  promised: { length: 10, unit: "workday", source: "本区规定" },
  pauses: [],
  extension: { length: 10, source: "行政许可法第四十二条第一款" },
  supplementWithin: 5,
  highRisk: false,
  form: [],
  materials: [exampleMaterial("application")],
  reviews: [],
  fee: null,
  result: { name: words(`${code}批准书`), validMonths: null },
  source: "行政许可法",
  ...given,
});
