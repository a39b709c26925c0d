import type { Text } from "#kernel/texts.ts";

export type CaseColumn = {
  readonly key:
    | "matter"
    | "title"
    | "enterprise"
    | "uscc"
    | "project"
    | "form"
    | "submitted"
    | "noticed"
    | "items"
    | "answered"
    | "accepted"
    | "reviewed"
    | "opinions"
    | "pauses"
    | "extended"
    | "extension-reason"
    | "decided"
    | "decision"
    | "reason"
    | "number"
    | "delivered"
    | "how"
    | "ended"
    | "ending";
  readonly head: Text;
  readonly required: boolean;
  readonly width: number;
  readonly expected: Text;
};

const text = (zh: string, en: string): Text => ({ zh, en });
const day = text("日期，如 2025-03-02", "a day such as 2025-03-02");
const upTo = (most: number) => text(`不超过 ${most} 字`, `at most ${most} characters`);
const column = (key: CaseColumn["key"], head: Text, expected: Text, width: number, required = false): CaseColumn => ({
  key,
  head,
  expected,
  width,
  required,
});

/** The columns of the spreadsheet by which cases of another register come here with their dated moves. */
export const caseColumns: readonly CaseColumn[] = [
  column(
    "matter",
    text("事项", "Matter"),
    text("事项的编号或名称，提交当日已生效", "code or name of a matter in force on the day of submission"),
    26,
    true,
  ),
  column("title", text("申请标题", "Title"), text("2 至 160 字", "2 to 160 characters"), 36, true),
  column("enterprise", text("申请企业", "Enterprise"), text("2 至 120 字", "2 to 120 characters"), 30, true),
  column("uscc", text("统一社会信用代码", "Credit code"), text("18 位并通过校验", "18 characters that pass the check"), 22),
  column("project", text("项目", "Project"), text("项目编号或名称，须已登记", "code or name of a registered project"), 30),
  column(
    "form",
    text("表单", "Form"),
    text("“编号=值”以分号分隔，与事项表单相符", "key=value with ; between, as the matter's form asks"),
    30,
  ),
  column("submitted", text("提交日期", "Submitted"), day, 14, true),
  column("noticed", text("告知补正日期", "Supplement noticed"), day, 14),
  column("items", text("补正内容", "What was to be supplemented"), upTo(300), 30),
  column("answered", text("补正日期", "Supplement answered"), day, 14),
  column("accepted", text("受理日期", "Accepted"), day, 14),
  column("reviewed", text("转审查日期", "Review begun"), day, 14),
  column(
    "opinions",
    text("审查意见", "Opinions"),
    text("“环节=同意|不同意|逾期@日期”以分号分隔", "node=agreed|objected|silent@day with ; between"),
    46,
  ),
  column(
    "pauses",
    text("中止", "Pauses"),
    text(
      "“原因@起/止#告知书文号”以分号分隔，止不早于起，未结束的止空着",
      "reason@from/to#notice with ; between, not ending before it begins",
    ),
    36,
  ),
  column("extended", text("延期批准日期", "Extended"), day, 14),
  column("extension-reason", text("延期理由", "Reason of the extension"), upTo(300), 24),
  column("decided", text("决定日期", "Decided"), day, 14),
  column("decision", text("决定", "Decision"), text("准予或不予", "granted or refused"), 10),
  column("reason", text("决定理由", "Reason of the decision"), upTo(300), 24),
  column(
    "number",
    text("结果文号", "Result number"),
    text("80 字以内，准予且有结果文书的必填", "at most 80 characters; needed where a granted case has a result document"),
    22,
  ),
  column("delivered", text("送达日期", "Delivered"), day, 14),
  column("how", text("送达方式", "How delivered"), text("窗口、邮寄或电子", "counter, post or electronic"), 12),
  column("ended", text("终止日期", "Ended"), day, 14),
  column("ending", text("终止方式", "How it ended"), text("撤回、终止或不予受理", "withdrawn, terminated or refused to accept"), 14),
];

export const caseTemplateNames = {
  sheet: { zh: "办件", en: "Cases" },
  file: { zh: "历史办件导入模板.xlsx", en: "cases-template.xlsx" },
} as const satisfies Record<string, Text>;
