import type { Text } from "#kernel/texts.ts";

export const promiseTexts = {
  title: { zh: "承诺与容缺", en: "Promises and deferrals" },
  state: {
    zh: "待核查承诺 {pending} 项，其中逾期 {late} 项；不实待整改 {wrong} 项；容缺待补 {open} 项，其中逾期 {lateOpen} 项；失信申请人 {excluded} 家",
    en: "{pending} commitments to verify, {late} of them late; {wrong} found false; {open} deferred materials owed, {lateOpen} late; {excluded} applicants excluded",
  },
  commitments: { zh: "告知承诺核查", en: "Commitments to verify" },
  deferrals: { zh: "容缺待补材料", en: "Deferred materials" },
  exclusions: { zh: "失信申请人", en: "Excluded applicants" },
  commitmentsOfCase: { zh: "告知承诺", en: "Commitments" },
  deferralsOfCase: { zh: "容缺受理", en: "Deferred materials" },
  all: { zh: "全部", en: "All" },
  filter: { zh: "状态", en: "State" },
  material: { zh: "承诺事项", en: "Promised" },
  owed: { zh: "待补材料", en: "Owed" },
  case: { zh: "办件", en: "Case" },
  text: { zh: "承诺内容", en: "Text" },
  verifyBy: { zh: "核查期限", en: "Verify by" },
  dueOn: { zh: "补齐期限", en: "Due" },
  result: { zh: "核查结果", en: "Finding" },
  late: { zh: "逾期 {count} 个工作日", en: "{count} working days late" },
  correctBy: { zh: "限 {day} 前整改", en: "to be corrected by {day}" },
  foundOn: { zh: "{day} 核查", en: "verified on {day}" },
  suppliedOn: { zh: "{day} 补齐", en: "supplied on {day}" },
  verify: { zh: "登记核查", en: "Record the finding" },
  revoke: { zh: "撤销决定", en: "Revoke the decision" },
  revokeHint: {
    zh: "撤销以虚假承诺取得的决定，结果作废，申请人在信用修复前不再适用告知承诺。",
    en: "What a false promise obtained is revoked and the result void; the applicant is excluded from commitments until credit is repaired.",
  },
  finding: { zh: "核查结论", en: "Finding" },
  true: { zh: "承诺属实", en: "The promise was true" },
  false: { zh: "承诺不实，限期整改", en: "False; to be corrected" },
  corrected: { zh: "已整改到位", en: "Corrected" },
  correctByField: { zh: "整改期限", en: "To be corrected by" },
  note: { zh: "核查情况", en: "What was found" },
  reason: { zh: "理由", en: "Reason" },
  since: { zh: "自", en: "Since" },
  because: { zh: "原因", en: "Because" },
  repaired: { zh: "信用修复", en: "Credit repair" },
  repair: { zh: "恢复适用", en: "Restore" },
  repairTitle: { zh: "信用修复，恢复“{name}”适用告知承诺", en: "Credit repaired: “{name}” may promise again" },
  noCommitments: { zh: "没有符合条件的承诺", en: "No commitment matches" },
  noCommitmentsHint: { zh: "以告知承诺受理的办件，其承诺排在这里等候核查。", en: "Promises of accepted cases wait here for verification." },
  noDeferrals: { zh: "没有容缺待补的材料", en: "No deferred material is owed" },
  noDeferralsHint: { zh: "容缺受理的材料按补齐期限排在这里。", en: "Materials that were accepted on a promise stand here by due day." },
  noExclusions: { zh: "没有失信申请人", en: "Nobody is excluded" },
} as const satisfies Record<string, Text>;

export const commitmentWords = {
  PENDING: { zh: "待核查", en: "To be verified" },
  VERIFIED: { zh: "属实", en: "True" },
  FALSE: { zh: "不实", en: "False" },
  CORRECTED: { zh: "已整改", en: "Corrected" },
  REVOKED: { zh: "已撤销", en: "Revoked" },
} as const satisfies Record<string, Text>;

export const deferralWords = {
  OPEN: { zh: "待补", en: "Owed" },
  SUPPLIED: { zh: "已补齐", en: "Supplied" },
  LAPSED: { zh: "逾期未补", en: "Lapsed" },
} as const satisfies Record<string, Text>;
