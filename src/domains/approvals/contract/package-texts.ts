import type { z } from "zod";
import type { PackageRow } from "#domains/approvals/contract/package-operations.ts";
import type { Text } from "#kernel/texts.ts";

type PackageState = z.infer<typeof PackageRow>["state"];

export const packageStateWords: Readonly<Record<PackageState, Text>> = {
  DRAFT: { zh: "草稿", en: "Draft" },
  RUNNING: { zh: "办理中", en: "Under way" },
  COMPENSATING: { zh: "补偿处理中", en: "Being compensated" },
  DONE: { zh: "已办结", en: "Done" },
  FAILED: { zh: "未办成", en: "Nothing granted" },
  WITHDRAWN: { zh: "已撤回", en: "Withdrawn" },
};

export const childStateWords = {
  waiting: { zh: "待启动", en: "waiting" },
  running: { zh: "办理中", en: "under way" },
  granted: { zh: "已办成", en: "granted" },
  failed: { zh: "未办成", en: "failed" },
} as const satisfies Record<string, Text>;

/** The rules by which the platform takes the steps of a child by itself. */
export const CHILD_RULE = "一件事：前置事项已办成，自动提交";

export const packageTexts = {
  "approvals.no-such-package": { zh: "没有这个一件事。", en: "There is no such one-thing application." },
  "approvals.no-such-package-code": {
    zh: "{day} 没有生效的一件事“{code}”。",
    en: "No one-thing package “{code}” is in force on {day}.",
  },
  "approvals.no-such-compensation": { zh: "没有这项补偿处理。", en: "There is no such task of compensation." },
  "approvals.no-such-shared-material": {
    zh: "一件事里没有共用材料“{key}”。",
    en: "The package has no shared material “{key}”.",
  },
  "approvals.compensation-done": { zh: "这项补偿处理已经登记完成。", en: "This compensation has been done already." },
  "approvals.package-unchanged": {
    zh: "与第 {version} 版没有不同，没有新增版本。",
    en: "Nothing differs from version {version}; no version was added.",
  },
} as const satisfies Record<string, Text>;

export const packageReasons = {
  "wrong-package-state": { zh: "一件事现在不在可以这样做的状态", en: "the package is in another state" },
  "package.children-open": { zh: "还有事项没有办结", en: "some matters have not ended" },
  "package.child-failed": { zh: "有事项没有办成", en: "a matter failed" },
  "package.none-failed": { zh: "没有未办成的事项", en: "no matter failed" },
  "package.nothing-granted": { zh: "没有一件办成", en: "nothing was granted" },
  "package.something-granted": { zh: "已有事项办成", en: "something was granted" },
  "package.compensation-open": { zh: "补偿处理还没有完成", en: "a compensation is open" },
} as const satisfies Record<string, Text>;
