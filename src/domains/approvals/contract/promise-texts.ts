import type { Text } from "#kernel/texts.ts";

export const commitmentStateWords = {
  PENDING: { zh: "待核查", en: "to be verified" },
  VERIFIED: { zh: "属实", en: "found true" },
  FALSE: { zh: "不实，限期整改", en: "found false, to be corrected" },
  CORRECTED: { zh: "已整改", en: "corrected" },
  REVOKED: { zh: "已撤销决定", en: "result revoked" },
} as const satisfies Record<string, Text>;

export const deferralStateWords = {
  OPEN: { zh: "待补交", en: "owed" },
  SUPPLIED: { zh: "已补交", en: "supplied" },
  LAPSED: { zh: "逾期未补", en: "lapsed" },
} as const satisfies Record<string, Text>;

export const promiseTexts = {
  "approvals.no-such-commitment": { zh: "没有这项承诺。", en: "There is no such commitment." },
  "approvals.no-such-exclusion": { zh: "没有这条失信记录。", en: "There is no such exclusion." },
  "approvals.repaired-already": { zh: "信用已经修复。", en: "The credit has been repaired already." },
  "approvals.no-such-assist": { zh: "没有这项帮办授权。", en: "There is no such authorisation to help." },
  "approvals.assist-over": {
    zh: "帮办授权已于 {to} 到期。",
    en: "The authorisation to help ended on {to}.",
  },
  "approvals.assist-other": { zh: "帮办过程由帮办人本人记录。", en: "What was done is logged by the helper alone." },
  "approvals.assist-in-past": {
    zh: "授权到期日 {to} 应不早于今天（{today}）。",
    en: "The authorisation should not end on {to}, before today ({today}).",
  },
  "approvals.assisted-already": {
    zh: "您已登记为这个办件的帮办人，授权仍然有效。",
    en: "You are this case's helper already; the authorisation still runs.",
  },
} as const satisfies Record<string, Text>;

export const promiseReasons = {
  "missing-correct-by": { zh: "承诺不实须写明整改期限", en: "a false promise needs the day until which it is to be corrected" },
  "correct-by-past": { zh: "整改期限应晚于今天", en: "the day for the correction should be after today" },
  "nothing-to-revoke": { zh: "没有可撤销的决定", en: "there is no granted decision to revoke" },
  "correction-still-open": { zh: "整改期限未过（{name}）", en: "the time for the correction is not over ({name})" },
  "verifier-revokes": { zh: "核查人不能撤销决定", en: "whoever verified it may not revoke the result" },
  "no-authorisation": {
    zh: "没有本办件的有效帮办授权",
    en: "there is no running authorisation to help with this case",
  },
  "wrong-state:PENDING": { zh: "承诺待核查", en: "the commitment has not been verified" },
  "wrong-state:VERIFIED": { zh: "承诺已核查属实", en: "the commitment was found true" },
  "wrong-state:FALSE": { zh: "承诺已认定不实", en: "the commitment was found false" },
  "wrong-state:CORRECTED": { zh: "承诺已整改", en: "the commitment was corrected" },
  "wrong-state:REVOKED": { zh: "决定已撤销", en: "the result was revoked" },
} as const satisfies Record<string, Text>;
