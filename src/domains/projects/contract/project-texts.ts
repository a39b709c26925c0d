import { conflictReasons, conflictTexts } from "#domains/projects/contract/conflict-texts.ts";
import type { Text } from "#kernel/texts.ts";

/** Refusals of the register of projects. */
export const projectTexts = {
  "projects.no-such-project": { zh: "没有这个项目。", en: "There is no such project." },
  "projects.amount": {
    zh: "投资额应为大于 0 的元数，例如 60000000。",
    en: "The investment should be an amount in yuan above 0, such as 60000000.",
  },
  "projects.registered-already": {
    zh: "项目“{name}”已由 {by} 于 {on} 登记（{code}），不能重复登记。",
    en: "The project “{name}” was registered by {by} on {on} already ({code}).",
  },
  "projects.uscc": {
    zh: "统一社会信用代码“{uscc}”不对：应为 18 位并通过校验。",
    en: "The unified social credit code “{uscc}” is wrong: 18 characters that pass the check were expected.",
  },
  "projects.order-of-dates": {
    zh: "计划日期前后颠倒：{earlier}（{earlierOn}）应不晚于 {later}（{laterOn}）。",
    en: "The planned dates are out of order: {earlier} ({earlierOn}) should not be later than {later} ({laterOn}).",
  },
  "projects.no-such-file": { zh: "没有这份文件。", en: "There is no such file." },
  "projects.no-such-request": { zh: "没有这份改期申请。", en: "There is no such request." },
  "projects.date-in-future": {
    zh: "日期 {date} 晚于今天（{today}）：只能登记已经发生的事。",
    en: "{date} is later than today ({today}): only what has happened can be entered.",
  },
  "projects.before-last-step": {
    zh: "日期 {date} 早于上一步的 {last}，应不早于它。",
    en: "{date} is before the last step of {last}; it should not be earlier.",
  },
  "projects.by-move": {
    zh: "这个节点随项目转段登记，请用“转入下一阶段”。",
    en: "This milestone is reached by moving the project to its next stage.",
  },
  "projects.nothing-to-take-back": { zh: "这个节点没有登记过，无可撤回。", en: "Nothing was entered for this milestone." },
  "projects.reached-already": { zh: "{kind}已经完成，不能再改期。", en: "{kind} has been reached; its date cannot be changed." },
  "projects.same-date": { zh: "新日期 {date} 与原计划相同。", en: "The new date {date} is the planned one." },
  "projects.plan-moved": {
    zh: "申请之后{kind}的计划日期已由 {before} 变为 {now}，不能按原申请批准：请不同意，由申请人按现计划重新申请。",
    en: "Since the request the planned date of {kind} has moved from {before} to {now}: refuse it, and let it be requested anew on the present plan.",
  },
  "projects.request-open": { zh: "{kind}已有一份改期申请待审定。", en: "A request for {kind} is waiting for a decision." },
  "projects.no-task-force": { zh: "这个项目还没有专班。", en: "The project has no task force yet." },
  "projects.no-such-task": { zh: "没有这个事项。", en: "There is no such task." },
  "projects.not-same-day": {
    zh: "建设日历的事项当天办结：日期 {due} 已经过去，应为今天（{day}）或以后的工作日。",
    en: "An item of the project calendar is done on its day: {due} is over; today ({day}) or a working day to come was expected.",
  },
  "projects.due-in-past": {
    zh: "期限 {due} 已经过去：应为今天（{day}）或以后。",
    en: "The limit of {due} is over: today ({day}) or a later day was expected.",
  },
  "projects.not-a-workday": {
    zh: "{day} 是休息日，应选工作日，最近的是 {next}。",
    en: "{day} is a day off; choose a working day, the next is {next}.",
  },
  "projects.roll-to-past": {
    zh: "不能顺延到已经过去的 {to}：应为今天（{day}）或以后的工作日。",
    en: "It cannot be rolled over to {to}, which is over: today ({day}) or a working day to come was expected.",
  },
  "projects.calendar-span": {
    zh: "日历的起止（{from} 至 {to}）不对：应先起后止，且不超过 {most} 天。",
    en: "The days {from} to {to} are not right: the first should come first, and {most} days at most.",
  },
  "projects.choose-first": { zh: "请先选择项目和承办人。", en: "Choose a project and an owner first." },
  "projects.geography-json": { zh: "“{name}”不是有效的 JSON 文件。", en: "“{name}” is not valid JSON." },
  "projects.geography-collection": {
    zh: "“{name}”不是 GeoJSON 的 FeatureCollection。",
    en: "“{name}” is not a GeoJSON FeatureCollection.",
  },
  "projects.geography-empty": { zh: "“{name}”里没有要素。", en: "“{name}” holds no features." },
  "projects.geography-shapes": {
    zh: "“{name}”有 {count} 个要素，最多 {most} 个。",
    en: "“{name}” holds {count} features; {most} at most.",
  },
  "projects.geography-positions": {
    zh: "“{name}”的坐标点超过 {most} 个，请先简化。",
    en: "“{name}” holds more than {most} positions; simplify it first.",
  },
  "projects.geography-kind": {
    zh: "第 {number} 个要素是“{found}”：图层“{layer}”中边界、地块应为面，道路应为线，水系面、线均可。",
    en: "Feature {number} is “{found}”; in the layer “{layer}” areas were expected for boundary and parcels, lines for roads, either for water.",
  },
  "projects.geography-position": {
    zh: "第 {number} 个要素的坐标 {found} 不对：应为 [经度, 纬度]，经度 70 至 140，纬度 0 至 60。",
    en: "A position of feature {number}, {found}, is wrong: [longitude, latitude] was expected, 70 to 140 and 0 to 60.",
  },
  "projects.geography-short": {
    zh: "第 {number} 个要素的点太少：至少 {least} 个。",
    en: "Feature {number} has too few positions: {least} at least.",
  },
  "projects.geography-long": {
    zh: "第 {number} 个要素有一段 {count} 个点，最多 {most} 个。",
    en: "A part of feature {number} has {count} positions; {most} at most.",
  },
  "projects.geography-open": {
    zh: "第 {number} 个要素的边界没有闭合：首尾两点应相同。",
    en: "The ring of feature {number} is not closed: its first and last position should be the same.",
  },
  "projects.geography-flat": { zh: "第 {number} 个要素没有面积。", en: "Feature {number} has no area." },
  "projects.geography-crosses": { zh: "第 {number} 个要素的边界自相交叉。", en: "The ring of feature {number} crosses itself." },
  "projects.geography-name": {
    zh: "第 {number} 个要素没有名称：地块须在属性 name 中写明编号。",
    en: "Feature {number} has no name: a parcel needs its number in the property “name”.",
  },
  "projects.geography-twice": {
    zh: "第 {number} 个要素的名称“{name}”重复。",
    en: "The name “{name}” of feature {number} is there twice.",
  },
  "projects.roll-forward": { zh: "顺延的日期 {to} 应晚于原到期日 {due}。", en: "The new day {to} should be later than {due}." },
  "projects.amount-not-negative": { zh: "金额应为不小于 0 的元数。", en: "An amount in yuan of 0 or more was expected." },
  "projects.plan-reason": {
    zh: "{year} 年的投资计划已经有了，调整须写明理由。",
    en: "There is a plan for {year} already; a change needs a reason.",
  },
  "projects.plan-above-total": {
    zh: "年度计划 {annual} 元超过计划总投资 {total} 元。",
    en: "The annual plan of {annual} yuan is more than the planned total of {total} yuan.",
  },
  "projects.invested-above-total": {
    zh: "累计完成 {invested} 元超过计划总投资 {total} 元，请先调整总投资。",
    en: "The investment of {invested} yuan is more than the planned total of {total} yuan; raise the total first.",
  },
  "projects.month-in-future": { zh: "{month} 还没有到（现在是 {now}）。", en: "{month} has not come (it is {now})." },
  "projects.month-before-signing": { zh: "{month} 早于签约日期 {signed}。", en: "{month} is before the signing on {signed}." },
  "projects.month-reported": {
    zh: "{month} 已经报过；更正须写明理由，原报数保留。",
    en: "{month} was reported already; a revision needs a reason, and the earlier report is kept.",
  },
  "projects.photo-day": {
    zh: "照片“{name}”的拍摄日期 {taken} 晚于今天（{today}）：请改正或去掉日期。",
    en: "The photo “{name}” is dated {taken}, later than today ({today}): correct the date or take it away.",
  },
  "projects.evidence-number": { zh: "{kind}须填编号。", en: "The number of the {kind} is needed." },
  "projects.evidence-bare": {
    zh: "{kind}须填编号或附文件，否则证明不了什么。",
    en: "A {kind} needs its number or a file; without them it proves nothing.",
  },
  "projects.evidence-elsewhere": {
    zh: "{kind}编号“{number}”已附在项目 {code} 上；确属同一凭证的，请在说明中写明。",
    en: "The {kind} with the number “{number}” is attached to project {code}; if it is the same piece, say so in the note.",
  },
  "projects.completed-without-start": {
    zh: "填了实际竣工日期而没有实际开工日期，应一并填上。",
    en: "There is an actual completion without an actual start of construction; both were expected.",
  },
  "projects.produced-without-completion": {
    zh: "填了实际投产日期而没有实际竣工日期，应一并填上。",
    en: "There is an actual start of production without an actual completion; both were expected.",
  },
  "projects.no-alarm": { zh: "绿灯不是警示，没有误报可言。", en: "A green light is no alarm, and cannot be a false one." },
  "projects.false-alarm-said": { zh: "这次变色已经说明过是误报。", en: "It has been said already that this one was a false alarm." },
  "projects.colour-bands": {
    zh: "各档应为绿、蓝、黄、红中的颜色，由好到差，不重复。",
    en: "The bands should be green, blue, yellow or red, from the better to the worse, each once.",
  },
  "projects.freshness-order": {
    zh: "“报数偏旧”的天数应小于“视为没有报数”的天数。",
    en: "A report is stale after fewer days than it is missing.",
  },
  "projects.plan-kind-twice": { zh: "{kind}的计划日期写了两次，应只有一个。", en: "{kind} is planned twice; one date was expected." },
  "projects.empty-report": { zh: "进度、投资额、照片和凭证至少填一项。", en: "Give progress, an amount, a photo or a document." },
  "projects.photo-type": {
    zh: "“{name}”不是照片：应为 JPEG、PNG、WebP 或 HEIC 图片。",
    en: "“{name}” is no photo: a JPEG, PNG, WebP or HEIC picture was expected.",
  },
  "projects.photo-damaged": {
    zh: "照片“{name}”读不出来，文件可能不完整：请重新选取或改用 JPEG。",
    en: "The photo “{name}” cannot be read and may be incomplete: choose it again, or send a JPEG.",
  },
  "projects.photo-pixels": {
    zh: "照片“{name}”有 {found} 百万像素，应不超过 {most} 百万像素。",
    en: "The photo “{name}” has {found} megapixels; at most {most} were expected.",
  },
  "projects.photos-many": {
    zh: "照片 {found} 张，一份月报最多 {most} 张；发票等材料请作为凭证附上。",
    en: "There are {found} photos; a report takes {most} at most. Documents such as invoices are sent as papers.",
  },
  "projects.papers-missing": {
    zh: "凭证说明 {notes} 条，而文件只有 {files} 个：应先列照片，再列凭证，一条一个文件。",
    en: "There are {notes} notes on documents but only {files} files: photos first, then documents, one file for each note.",
  },
  "projects.photo-notes": {
    zh: "照片 {files} 张，照片说明 {notes} 条：应一张一条，或都不填。",
    en: "There are {files} photos and {notes} notes: one for each photo was expected, or none.",
  },
  "projects.rule-in-past": {
    zh: "规则的生效日期 {date} 应不早于今天（{today}）。",
    en: "The rule should take effect today ({today}) or later, not on {date}.",
  },
  "projects.no-such-colour": { zh: "没有这次变色记录。", en: "There is no such change of colour." },
  "projects.no-such-supervision": { zh: "没有这件督办。", en: "There is no such supervision." },
  "projects.named-twice": { zh: "同一件督办在名单里出现了两次。", en: "The same supervision stands in the list twice." },
  "projects.letter-not-issued": {
    zh: "这件督办还没有编号：签发之后才有督办单。",
    en: "It has no number yet: there is a letter once it is issued.",
  },
  "projects.no-project-named": { zh: "没有编号或名称为“{name}”的项目。", en: "There is no project with the code or name “{name}”." },
  "projects.two-projects-named": {
    zh: "名称“{name}”对应几个项目，请用项目编号。",
    en: "Several projects are called “{name}”; use the code.",
  },
  "projects.nobody-named": {
    zh: "本园区没有叫“{name}”的在岗人员或部门，请核对姓名或全称。",
    en: "Nobody who holds a post and no department of this zone is called “{name}”.",
  },
  "projects.two-people-named": {
    zh: "本园区有几位叫“{name}”的在岗人员，请登记后在项目页指定。",
    en: "Several people of this zone are called “{name}”: name the one on the project's page.",
  },
  "projects.no-such-person": { zh: "没有这个人员。", en: "There is no such person." },
  "projects.handover-to-self": {
    zh: "移交人和承接人是同一个人：应选另一位同事。",
    en: "It would be handed over to the same person: choose a colleague.",
  },
  "projects.handover-no-post": {
    zh: "“{name}”现在没有管委会的岗位，不能承接：应选在岗的同事。",
    en: "“{name}” holds no post of the committee now: choose a colleague who does.",
  },
  "projects.handover-changed": {
    zh: "预览之后有变化：预览时 {expected} 项，现在 {found} 项，请重新预览。",
    en: "Something changed since the preview: {expected} items then, {found} now. Look at it again.",
  },
  "projects.lead-taken": { zh: "项目 {code} 已属于另一条招商线索。", en: "Project {code} belongs to another lead already." },
  "projects.lead-other-enterprise": {
    zh: "项目 {code} 的企业是“{own}”，与线索的投资方“{other}”不一致。",
    en: "The enterprise of project {code} is “{own}”, not the lead's investor “{other}”.",
  },
  "projects.place-incomplete": { zh: "经度和纬度须一同填写。", en: "Longitude and latitude must be given together." },
  ...conflictTexts,
} as const satisfies Record<string, Text>;

/** Why a button is closed, and what is missing before the next stage. */
export const projectReasons = {
  "missing:land-contract": { zh: "缺土地出让合同或租赁合同", en: "a land contract or lease is missing" },
  "missing:parcel": { zh: "缺地块或厂房编号", en: "the parcel or space is not given" },
  "missing:land-stage": { zh: "尚未供地（租赁厂房的项目除外）", en: "land has not been supplied (leased plants excepted)" },
  "missing:construction-permit": { zh: "缺施工许可证或免办依据", en: "a construction permit or an exemption is missing" },
  "missing:task-force": { zh: "尚未组建专班", en: "no task force has been formed" },
  "missing:acceptance": { zh: "缺竣工当日或之前的竣工验收备案号", en: "the number of an acceptance filing dated by that day is missing" },
  "missing:output-proof": { zh: "缺首批产出或运营证明", en: "proof of first output or operation is missing" },
  "missing:suspension-decision": { zh: "缺停建决定", en: "the decision to suspend is missing" },
  "missing:restart-plan": { zh: "缺复工计划", en: "the plan to restart is missing" },
  "missing:termination-decision": { zh: "缺终止决定", en: "the decision to terminate is missing" },
  "missing:resources-recovered": { zh: "缺资源收回凭证", en: "proof that resources were recovered is missing" },
  "missing:production": { zh: "尚未投产，或日期早于投产", en: "it is not in production, or the day is before production" },
  "missing:full-capacity-proof": { zh: "缺达产证明（编号或文件）", en: "proof of full capacity is missing (a number or a file)" },
  "missing:above-scale-proof": { zh: "缺上规入统证明（编号或文件）", en: "proof of being above scale is missing (a number or a file)" },
  "missing:reason": { zh: "须写明理由", en: "a reason is needed" },
  "suspended-from:SIGNED": { zh: "停建前处于签约阶段", en: "it was suspended from the stage of signing" },
  "suspended-from:LAND": { zh: "停建前处于供地阶段", en: "it was suspended from the stage of land supply" },
  "suspended-from:BUILDING": { zh: "停建前处于建设阶段", en: "it was suspended while building" },
  "suspended-from:none": { zh: "项目没有停建", en: "the project is not suspended" },
  "wrong-state:SIGNED": { zh: "项目处于签约阶段", en: "the project is at the stage of signing" },
  "wrong-state:LAND": { zh: "项目处于供地阶段", en: "the project is at the stage of land supply" },
  "wrong-state:BUILDING": { zh: "项目正在建设", en: "the project is being built" },
  "wrong-state:COMPLETED": { zh: "项目已竣工", en: "the project has been completed" },
  "wrong-state:PRODUCING": { zh: "项目已投产", en: "the project is in production" },
  "wrong-state:SUSPENDED": { zh: "项目已停建", en: "the project is suspended" },
  "wrong-state:TERMINATED": { zh: "项目已终止", en: "the project has been terminated" },
  "request-decided": { zh: "这份申请已有结论", en: "the request has been decided on" },
  "task-closed": { zh: "这个事项已经办结", en: "the task has been closed" },
  "not-own-task": { zh: "只有承办人本人或项目专班可以办理", en: "only its owner or the task force may act on it" },
  "only-issues": { zh: "只有问题可以上交", en: "only issues go up" },
  "not-own-request": { zh: "只有申请人本人可以撤回", en: "only whoever requested it may withdraw it" },
  "self-approval": { zh: "申请人不能自己审定", en: "whoever requested it may not decide on it" },
  "supervision-issued": { zh: "这件督办已经签发", en: "it has been issued already" },
  "supervision-not-awaiting-reply": { zh: "这件督办不在待回复状态", en: "it is not waiting for a reply" },
  "supervision-not-to-close": { zh: "这件督办尚未签发，或已经办结", en: "it has not been issued, or is closed already" },
  "not-addressed": {
    zh: "只有项目专班、责任部门负责人或收件人可以回复",
    en: "only the task force, the head of the department in charge or the addressee may reply",
  },
  "own-letter": { zh: "签发人不能自己回复", en: "whoever issued it may not reply to it" },
  "own-reply": { zh: "回复人不能自己办结", en: "whoever replied may not close it" },
  "missing-permission:projects.read": { zh: "当前岗位无权查看", en: "the present role may not read it" },
  "missing-permission:projects.register": { zh: "当前岗位无权登记", en: "the present role may not register" },
  "missing-permission:projects.work": { zh: "当前岗位无权办理", en: "the present role may not work on it" },
  "missing-permission:projects.move": { zh: "当前岗位无权办理转段", en: "the present role may not move it on" },
  "missing-permission:projects.lead": { zh: "当前岗位无权组建专班", en: "the present role may not form a task force" },
  "missing-permission:projects.report": { zh: "当前岗位无权上报", en: "the present role may not report" },
  "missing-permission:projects.decide": { zh: "当前岗位无权审定", en: "the present role may not decide" },
  "missing-permission:projects.statistics": { zh: "当前岗位无权办理入库", en: "the present role may not enter it into the statistics" },
  "missing-permission:projects.supervise": { zh: "当前岗位无权督办", en: "the present role may not supervise" },
  "missing-permission:projects.set-geography": { zh: "当前岗位无权更新底图", en: "the present role may not change the map" },
  "missing-permission:projects.set-rules": { zh: "当前岗位无权修改规则", en: "the present role may not change the rules" },
  "missing-permission:projects.hand-over": { zh: "当前岗位无权办理交接", en: "the present role may not hand over" },
} as const satisfies Record<string, Text>;

/** Supervision on the calendar: what is due on the day. */
export const supervisionEntryWords = {
  issue: { zh: "督办单签发到期", en: "Supervision letter to be issued" },
  reply: { zh: "督办回复到期", en: "Reply to supervision due" },
} as const satisfies Record<string, Text>;

/** What a calendar feed says around its entries. */
export const feedWords = {
  name: { zh: "{zone} · {owner}的建设日历", en: "{zone}: project calendar of {owner}" },
  done: { zh: "【已办】", en: "[done] " },
  late: { zh: "【未毕】", en: "[overdue] " },
  owner: { zh: "承办：{owner}", en: "Owner: {owner}" },
  rolled: { zh: "已顺延 {count} 次", en: "Rolled over {count} times" },
  ...conflictReasons,
} as const satisfies Record<string, Text>;

/** Said beside a success: allowed, and to be looked at. */
export const projectWarnings = {
  "start-before-permit": { zh: "开工日期早于施工许可日期", en: "construction started before the permit was dated" },
  "date-in-future": { zh: "日期晚于今天", en: "the date is later than today" },
} as const satisfies Record<string, Text>;

/** Every sentence that the register can answer with, by code. */
export const projectErrorTexts: Readonly<Record<string, Text>> = {
  ...projectTexts,
  ...Object.fromEntries(
    Object.entries({ ...projectReasons, ...conflictReasons }).map(([code, { zh, en }]) => [
      `projects.refused.${code}`,
      { zh: `现在不能这样做：${zh}。`, en: `This is not possible now: ${en}.` },
    ]),
  ),
};
