import type { Matter, MatterField, MatterMaterial, ReviewNode } from "#domains/approvals/contract/matter.ts";
import { LICENCE_PAUSES } from "#kernel/clock.ts";
import type { Condition } from "#kernel/condition.ts";

export const ZONE_RULE = "云岭高新区办事承诺清单";
export const LICENCE_LAW = "行政许可法第四十二条第一款";

type Words = MatterMaterial["name"];
export const words = (zh: string, en: string): Words => ({ zh, en });

/** Days as the law or the zone gives them. */
export const workdays = (length: number, source: string = ZONE_RULE) => ({ length, unit: "workday" as const, source });
export const days = (length: number, source: string) => ({ length, unit: "day" as const, source });

export const material = (key: string, name: Words, given: Partial<MatterMaterial> = {}): MatterMaterial => ({
  key,
  name,
  need: "mandatory",
  deferrable: false,
  byCommitment: false,
  note: "",
  ...given,
});

/** Asked for only when the form says so. */
export const conditional = (key: string, name: Words, when: Condition, given: Partial<MatterMaterial> = {}): MatterMaterial =>
  material(key, name, { need: "conditional", when, ...given });

export const review = (key: string, name: Words, department: string, length: number, given: Partial<ReviewNode> = {}): ReviewNode => ({
  key,
  name,
  department,
  after: [],
  limit: workdays(length),
  silence: "none",
  ...given,
});

export const field = (key: string, label: Words, kind: MatterField["kind"], given: Partial<MatterField> = {}): MatterField => ({
  key,
  label,
  kind,
  required: false,
  choices: [],
  ...given,
});

export const isYes = (input: string): Condition => ({ input, is: "=", value: true });

export const WINDOW = "行政审批局";
export const APPLICATION = material("application", words("申请表", "application form"));
export const IDENTITY = material("identity", words("申请人主体资格证明", "proof of the applicant's identity"), {
  note: "电子营业执照可查的，免于提交",
  deferrable: true,
});

/** What an ordinary licence of the zone has in common: 20 workdays and 10 more, the law's pauses, the window of the approval bureau. */
export const ordinary = {
  kind: "licence",
  authority: "岚州市云岭高新区行政审批局",
  department: WINDOW,
  legal: workdays(20, LICENCE_LAW),
  pauses: [...LICENCE_PAUSES],
  extension: { length: 10, source: LICENCE_LAW },
  supplementWithin: 5,
  highRisk: false,
  form: [],
  reviews: [],
  fee: null,
} as const satisfies Partial<Matter>;
