import { importReasons, importTexts } from "#domains/approvals/contract/case-import-texts.ts";
import { matterTexts } from "#domains/approvals/contract/matter-texts.ts";
import { packageReasons, packageTexts } from "#domains/approvals/contract/package-texts.ts";
import { promiseReasons, promiseTexts } from "#domains/approvals/contract/promise-texts.ts";
import type { Text } from "#kernel/texts.ts";

/** Refusals of cases, by code, and what the journal calls the reactions to events. */
export const approvalTexts = {
  "approvals.recompute": { zh: "放假通知载入后重新计算期限", en: "Due days computed again for a holiday notice" },
  "approvals.handOver": { zh: "移交在办的办件", en: "Open cases handed over" },
  "approvals.no-such-case": { zh: "没有这个办件。", en: "There is no such case." },
  "approvals.no-such-matter": {
    zh: "{day} 没有生效的事项“{code}”。",
    en: "No matter “{code}” is in force on {day}.",
  },
  "approvals.no-such-material": { zh: "事项里没有材料“{key}”。", en: "The matter has no material “{key}”." },
  "approvals.no-such-node": { zh: "事项里没有审查环节“{node}”。", en: "The matter has no review “{node}”." },
  "approvals.no-such-file": { zh: "没有这份材料文件。", en: "There is no such file." },
  "approvals.material-type": {
    zh: "“{name}”不能作为材料：应为 PDF、OFD、图片、办公文件、图纸（DWG）、压缩包或文本。",
    en: "“{name}” cannot be a material: a PDF, OFD, picture, office file, drawing (DWG), archive or text was expected.",
  },
  "approvals.no-such-project": { zh: "没有这个项目，或无权关联。", en: "There is no such project, or it may not be named." },
  "approvals.no-such-status": {
    zh: "没有查到：编号或查询码不对。",
    en: "Nothing was found: the number or the code is not right.",
  },
  "approvals.uscc": {
    zh: "统一社会信用代码“{uscc}”不对：应为 18 位并通过校验。",
    en: "The unified social credit code “{uscc}” is wrong: 18 characters that pass the check were expected.",
  },
  "approvals.enterprise-missing": { zh: "请填写申请企业的名称。", en: "Give the name of the enterprise that applies." },
  "approvals.no-enterprise": {
    zh: "您的账号没有关联企业，不能申请。",
    en: "Your account belongs to no enterprise, so it cannot apply.",
  },
  "approvals.other-enterprise": {
    zh: "只能为本企业“{own}”申请。",
    en: "You may apply for your own enterprise “{own}” only.",
  },
  "approvals.answer-kind": {
    zh: "“{field}”的填写不符合要求：应为{kind}。",
    en: "The answer to “{field}” is not of the right kind ({kind}).",
  },
  "approvals.answer-unknown": { zh: "表单里没有“{field}”这一项。", en: "The form has no field “{field}”." },
  "approvals.answers-many": { zh: "表单填写项过多。", en: "The form has too many answers." },
  "approvals.not-deferrable": {
    zh: "材料“{name}”不能容缺：须在受理前提交。",
    en: "“{name}” may not be deferred: it is needed before acceptance.",
  },
  "approvals.not-by-commitment": {
    zh: "材料“{name}”不适用告知承诺。",
    en: "No promise may stand for “{name}”.",
  },
  "approvals.high-risk": {
    zh: "本事项直接涉及安全、环境或健康，不适用告知承诺（材料“{name}”）。",
    en: "This matter concerns safety, the environment or health: no promise may stand for “{name}”.",
  },
  "approvals.excluded": {
    zh: "申请人有虚假承诺记录（{since} 起），信用修复前不适用告知承诺。",
    en: "The applicant promised falsely (since {since}); until its credit is repaired no promise may stand for a proof.",
  },
  "approvals.promise-late": {
    zh: "已经受理，不能再以承诺或容缺代替材料。",
    en: "The case has been accepted; a material can no longer be promised or deferred.",
  },
  "approvals.not-reusable": {
    zh: "材料“{name}”没有可复用的事项结果。",
    en: "No result of another matter stands for “{name}”.",
  },
  "approvals.no-such-result": {
    zh: "没有查到本企业编号为“{number}”、可作“{name}”的有效结果。",
    en: "No valid result “{number}” of this enterprise was found that can stand for “{name}”.",
  },
  "approvals.before-last-step": {
    zh: "日期 {date} 早于上一步的 {last}，应不早于它。",
    en: "{date} is before the last step of {last}; it should not be earlier.",
  },
  "approvals.date-in-future": {
    zh: "日期 {date} 晚于今天（{today}）：只能登记已经发生的事。",
    en: "{date} is later than today ({today}): only what has happened can be entered.",
  },
  "approvals.as-of-future": {
    zh: "{date} 还没有到：最晚只能看到今天（{today}）。",
    en: "{date} has not come yet: today ({today}) is the last day that can be looked at.",
  },
  "approvals.due-in-past": {
    zh: "补正期限 {due} 应晚于今天（{today}）。",
    en: "The day {due} for the supplement should be after today ({today}).",
  },
  "approvals.pause-after-limit": {
    zh: "法定期限 {due} 已过：期限届满后不能再中止计时。",
    en: "The legal limit ended on {due}: a clock that has run out cannot be stopped.",
  },
  "approvals.pause-before-promise": {
    zh: "承诺期限 {due} 已过：补登记的中止应从这一天之后开始。",
    en: "The promised limit ended on {due}: a pause entered now should begin after that day.",
  },
  "approvals.pause-entered-late": {
    zh: "中止应在开始时登记，最迟 {most} 个工作日内补登记：开始日 {from} 已超过。",
    en: "A pause is entered when it begins, or within {most} working days: {from} is longer ago.",
  },
  "approvals.pause-too-long": {
    zh: "“{reason}”最多中止 {most} 个工作日：结束日 {to} 应不晚于 {latest}。",
    en: "“{reason}” may stop the clock for {most} working days at most: it should end by {latest}, not on {to}.",
  },
  "approvals.pause-too-far": {
    zh: "中止的结束日 {to} 距开始日 {from} 过远：应不晚于 {latest}。",
    en: "The pause would end on {to}, too far from its beginning on {from}: it should end by {latest}.",
  },
  "approvals.no-pause": { zh: "这个办件没有正在进行的中止。", en: "No pause of this case is running." },
  "approvals.resume-before-start": {
    zh: "中止的最后一天 {lastDay} 早于开始日 {from}。",
    en: "The last day of the pause, {lastDay}, is before it began on {from}.",
  },
  "approvals.resume-too-late": {
    zh: "中止的最后一天 {lastDay} 晚于书面告知的结束日 {to}。",
    en: "The last day of the pause, {lastDay}, is after the end that was noticed, {to}.",
  },
  "approvals.no-extension": {
    zh: "本事项的法律依据没有规定可以延长期限。",
    en: "The law of this matter gives no more time.",
  },
  "approvals.extended-already": { zh: "已经延长过一次，不能再延长。", en: "The limit was extended once already." },
  "approvals.extension-late": {
    zh: "法定期限 {due} 已过：延长须在期限届满前批准。",
    en: "The legal limit ended on {due}: more time must be approved before.",
  },
  "approvals.review-not-open": {
    zh: "审查环节“{node}”现在不在办理中。",
    en: "The review “{node}” is not open now.",
  },
  "approvals.result-too-early": {
    zh: "结果文书日期 {date} 早于受理或最后一份审查意见：应不早于 {earliest}。",
    en: "The result is dated {date}, before the acceptance or the last opinion: it should be dated {earliest} or later.",
  },
  "approvals.result-number": {
    zh: "准予的决定须填写结果文书编号。",
    en: "A granted decision needs the number of its result document.",
  },
  "approvals.result-number-taken": {
    zh: "结果文书编号“{number}”已用于另一办件。",
    en: "The number “{number}” belongs to another case's result already.",
  },
} as const satisfies Record<string, Text>;

/** Why a button is closed, and what is missing before the next step. What follows the colon is shown as {name}. */
export const approvalReasons = {
  ...packageReasons,
  ...importReasons,
  ...promiseReasons,
  "missing-answer": { zh: "表单未填：{name}", en: "not answered in the form: {name}" },
  "missing-material": { zh: "缺材料：{name}", en: "materials are missing: {name}" },
  "supplement-twice": {
    zh: "补正已经一次性告知过，不能再次要求补正",
    en: "the supplement was noticed once already; it may not be asked for a second time",
  },
  "supplement-too-late": {
    zh: "一次性告知的期限已过（{name}），逾期视为受理",
    en: "the time for the supplement notice is over ({name}); the case is deemed accepted",
  },
  "notice-still-open": { zh: "告知补正的期限还没有过", en: "the time for the supplement notice is not over" },
  "missing-opinion": { zh: "未出意见：{name}", en: "opinions are missing: {name}" },
  "missing-opinions": { zh: "还有审查环节未开始", en: "some reviews have not begun" },
  "review-not-begun": { zh: "尚未转入审查", en: "the review has not begun" },
  "missing-deferred": { zh: "容缺材料未补：{name}", en: "deferred materials have not come: {name}" },
  "false-promise": {
    zh: "承诺已查明不实、尚未整改：{name}；整改前不准予、不送达",
    en: "a promise was found false and has not been put right: {name}; nothing is granted or delivered before",
  },
  "no-false-promise": { zh: "没有查明不实的承诺", en: "no promise was found false" },
  "correction-runs": { zh: "不实承诺的整改期限还没有过", en: "the time to put the false promise right is not over" },
  "limit-over": { zh: "法定期限已过，不能再中止计时", en: "the legal limit is over: the clock cannot be stopped any more" },
  "nothing-revoked": { zh: "决定没有被撤销", en: "the decision has not been revoked" },
  "deferral-still-open": { zh: "容缺补交期限还没有过", en: "the time for the deferred material is not over" },
  "silence-grants-nothing": {
    zh: "逾期不作决定不等于准予：只有延续事项依法视为准予延续",
    en: "silence grants nothing: only a renewal is deemed given by law",
  },
  "licence-not-expired": { zh: "原许可还没有届满", en: "the licence has not expired" },
  "no-extension": { zh: "本事项依法不能延长期限", en: "the law of this matter gives no more time" },
  "extended-already": { zh: "已经延长过一次", en: "the limit was extended once already" },
  "suspended-from": { zh: "中止前不在这一阶段", en: "it was suspended from another state" },
  "other-department": { zh: "由其他部门的窗口办理", en: "the window of another department handles it" },
  "other-departments-matter": { zh: "事项由办理部门的负责人修订", en: "the head of the department that handles a matter revises it" },
  "other-departments-finding": {
    zh: "信用由认定承诺不实的部门修复",
    en: "credit is repaired by the department that found the promise false",
  },
  "other-enterprise": { zh: "不是本企业的办件", en: "it is not a case of your enterprise" },
  "self-approval": { zh: "申请人不能办理自己的申请", en: "whoever applied may not handle the own application" },
  "accepter-decides": { zh: "受理人不能作决定", en: "whoever accepted it may not decide it" },
  "not-your-review": { zh: "由其他部门出具意见", en: "another department gives this opinion" },
  "review-not-open": { zh: "这个审查环节不在办理中", en: "this review is not open" },
  "wrong-state:DRAFT": { zh: "办件还是草稿", en: "the case is a draft" },
  "wrong-state:SUBMITTED": { zh: "办件已提交、尚未受理", en: "the case has been submitted and not accepted yet" },
  "wrong-state:SUPPLEMENT": { zh: "办件待补正", en: "the case waits for the supplement" },
  "wrong-state:ACCEPTED": { zh: "办件已受理", en: "the case has been accepted" },
  "wrong-state:REVIEWING": { zh: "办件正在审查", en: "the case is under review" },
  "wrong-state:SUSPENDED": { zh: "办件已依法中止计时", en: "the clock of the case is suspended" },
  "wrong-state:DECIDED": { zh: "办件已作出决定", en: "the case has been decided" },
  "wrong-state:DELIVERED": { zh: "结果已送达", en: "the result has been delivered" },
  "wrong-state:WITHDRAWN": { zh: "申请已撤回", en: "the application has been withdrawn" },
  "wrong-state:TERMINATED": { zh: "办件已终止", en: "the case has been terminated" },
  "missing-permission:approvals.see-matters": { zh: "当前岗位无权查看事项", en: "the present role may not see matters" },
  "missing-permission:approvals.set-matters": { zh: "当前岗位无权修订事项", en: "the present role may not revise matters" },
  "missing-permission:approvals.apply": { zh: "当前岗位无权申请", en: "the present role may not apply" },
  "missing-permission:approvals.open-case": { zh: "当前岗位无权打开办件", en: "the present role may not open cases" },
  "missing-permission:approvals.read": { zh: "当前岗位无权查看审批", en: "the present role may not see approvals" },
  "missing-permission:approvals.handle": { zh: "当前岗位无权办理", en: "the present role may not handle cases" },
  "missing-permission:approvals.review": { zh: "当前岗位无权出具意见", en: "the present role may not give an opinion" },
  "missing-permission:approvals.decide": { zh: "当前岗位无权决定", en: "the present role may not decide" },
  "missing-permission:approvals.verify": { zh: "当前岗位无权核查承诺", en: "the present role may not verify commitments" },
  "missing-permission:approvals.assist": { zh: "当前岗位无权帮办", en: "the present role may not help an applicant" },
} as const satisfies Record<string, Text>;

/** Every sentence that the domain can answer with, by code. */
export const approvalErrorTexts: Readonly<Record<string, Text>> = {
  ...approvalTexts,
  ...matterTexts,
  ...promiseTexts,
  ...packageTexts,
  ...importTexts,
  ...Object.fromEntries(
    Object.entries(approvalReasons).map(([code, { zh, en }]) => [
      `approvals.refused.${code}`,
      { zh: `现在不能这样做：${zh}。`, en: `This is not possible now: ${en}.` },
    ]),
  ),
};
