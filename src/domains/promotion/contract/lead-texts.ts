import { leadStageWords } from "#domains/promotion/contract/lead.ts";
import type { Text } from "#kernel/texts.ts";

/** Sentences of what the domain refuses, by code. */
const promotionTexts = {
  "promotion.projectTold": { zh: "项目库告知进展", en: "The register of projects told its progress" },
  "promotion.projectRefused": { zh: "项目库未予立项", en: "The register of projects did not open the project" },
  "promotion.handOver": { zh: "移交承办的线索", en: "Leads handed over" },
  "promotion.event-refused": { zh: "收到的告知内容不符", en: "What was told is not what was agreed" },
  "promotion.no-such-lead": { zh: "没有这条线索。", en: "There is no such lead." },
  "promotion.no-such-evidence": { zh: "没有这份材料。", en: "There is no such evidence." },
  "promotion.no-such-claim": { zh: "没有这条首谈报备。", en: "There is no such registered first talk." },
  "promotion.no-such-contract": { zh: "没有这份合同。", en: "There is no such contract." },
  "promotion.no-such-funds": { zh: "没有这笔到位资金。", en: "There are no such funds." },
  "promotion.no-such-file": { zh: "没有这个文件。", en: "There is no such file." },
  "promotion.no-such-officer": {
    zh: "没有这位招商人员：应为本园区在岗的招商岗或部门负责人。",
    en: "There is no such officer: somebody who holds a post of promotion or heads a department was expected.",
  },
  "promotion.no-such-pool": { zh: "没有编号为“{pool}”的线索池。", en: "There is no pool “{pool}”." },
  "promotion.no-such-enterprise": { zh: "企业库里没有这家企业。", en: "The register of enterprises has no such enterprise." },
  "promotion.amount": { zh: "应为大于 0 的金额（元）。", en: "An amount in yuan above 0 was expected." },
  "promotion.not-negative": { zh: "应为不小于 0 的数。", en: "A number of 0 or more was expected." },
  "promotion.year-twice": { zh: "同一年份填了两次。", en: "A year stands there twice." },
  "promotion.silence-order": { zh: "提醒天数应少于搁置天数。", en: "The days until the warning should be fewer than those until parking." },
  "promotion.pool-twice": { zh: "线索池编号重复。", en: "A code of a pool stands there twice." },
  "promotion.uscc": {
    zh: "“{uscc}”不是有效的统一社会信用代码：应为 18 位，末位为校验码。",
    en: "“{uscc}” is no valid unified social credit code: 18 characters were expected, the last of them the check character.",
  },
  "promotion.two-identities": {
    zh: "投资方的企业库编号、统一社会信用代码和境外标识只能填一种。",
    en: "Give the register's id, the credit code or the foreign identifier of the investor, not several.",
  },
  "promotion.country": { zh: "境外主体须写明国家或地区。", en: "A foreign party needs its country." },
  "promotion.duplicate": {
    zh: "同一投资方的同名项目已由{by}于{on}登记为线索 {code}（{stage}）。若确是另一个项目，请写明理由；否则请到该线索申报。",
    en: "{by} registered this project of the same investor on {on} as lead {code} ({stage}). If it is another one, say why; otherwise claim that lead.",
  },
  "promotion.taken": { zh: "{name}已于{on}领取这条线索。", en: "{name} picked this lead on {on}." },
  "promotion.date-in-future": { zh: "日期 {date} 晚于今天（{today}）。", en: "{date} is later than today ({today})." },
  "promotion.dates-reversed": {
    zh: "止期 {to} 早于起期 {from}，应不早于它。",
    en: "The end {to} is before the beginning {from}; it should not be.",
  },
  "promotion.before-registration": {
    zh: "日期 {date} 早于上一步的日期 {last}。",
    en: "{date} is earlier than the step before it, on {last}.",
  },
  "promotion.before-event": { zh: "日期 {date} 早于 {event} 的日期 {last}。", en: "{date} is earlier than {event} on {last}." },
  "promotion.judgement-missing": { zh: "研判须写明是否值得跟进和依据。", en: "A judgement says whether the lead is worthwhile, and why." },
  "promotion.lost-reason": { zh: "登记流失须选择原因。", en: "Choose why the lead was lost." },
  "promotion.evidence-number": { zh: "“{kind}”须填文号或附上文件。", en: "“{kind}” needs its number or the paper itself." },
  "promotion.evidence-bare": { zh: "“{kind}”须填文号、说明或附上文件。", en: "“{kind}” needs a number, a note or the paper itself." },
  "promotion.claimed-already": { zh: "本团队已于{on}报备过这条线索。", en: "Your team registered it already, on {on}." },
  "promotion.claim-by-fair": { zh: "活动申报须写明活动名称。", en: "A claim by a fair names the fair." },
  "promotion.join-itself": { zh: "不能并入自己：应选另一条线索。", en: "A lead is not joined to itself: choose another." },
  "promotion.join-two-contracts": {
    zh: "两条线索都有生效的正式合同（{numbers}）。同一项目的合同只算一次：先终止重复登记的那份，再并入。",
    en: "Both leads have a formal contract in force ({numbers}). The contract of one project counts once: end the one that was entered twice, then join them.",
  },
  "promotion.join-chain": {
    zh: "线索 {code} 已并入别的线索，请并入那一条。",
    en: "Lead {code} was joined to another; join this one to that.",
  },
  "promotion.rule-in-past": {
    zh: "规则的生效日期 {date} 应不早于今天（{today}）。",
    en: "The rules should take effect today ({today}) or later, not on {date}.",
  },
  "promotion.pool-in-use": {
    zh: "线索池“{pool}”里还有 {count} 条线索，不能取消。",
    en: "The pool “{pool}” still holds {count} leads and cannot be removed.",
  },
  "promotion.contract-number": { zh: "合同编号“{number}”已登记在线索 {code}。", en: "Contract {number} is there already, of lead {code}." },
  "promotion.contract-amount": { zh: "“{kind}”须填写金额。", en: "A contract of the kind “{kind}” needs its amount." },
  "promotion.funds-before-signing": {
    zh: "到位日期 {date} 早于合同签订日期 {signed}。",
    en: "The funds arrived on {date}, before the contract was signed on {signed}.",
  },
  "promotion.funds-above-amount": {
    zh: "累计到位 {total} 元超过合同金额 {amount} 元，请核对凭证。",
    en: "The funds of {total} yuan are more than the contract's {amount} yuan; check the proof.",
  },
  "promotion.funds-proof-twice": {
    zh: "凭证“{number}”已在合同“{contract}”下登记过，同一凭证不重复计。",
    en: "The proof “{number}” was entered already under the contract “{contract}” and is not counted twice.",
  },
  "promotion.no-promises": { zh: "这条线索还没有承诺。", en: "Nothing was promised under this lead." },
  "promotion.promise-empty": { zh: "承诺至少填一项。", en: "Give at least one promise." },
  "promotion.promise-reason": {
    zh: "承诺已经登记，变更须写明理由（补充协议），原承诺保留。",
    en: "The promises are there already; a change needs its reason, and the earlier ones are kept.",
  },
  "promotion.promise-order": {
    zh: "投产日期 {produce} 早于开工日期 {start}。",
    en: "Production on {produce} is before construction on {start}.",
  },
  "promotion.full-year": {
    zh: "承诺产值、税收、就业或亩均税收时须写明达产年份。",
    en: "Promises of output, tax, jobs or yield need their year.",
  },
  "promotion.actual-amount": {
    zh: "“{metric}”应填数额，年度承诺还须填年份。",
    en: "“{metric}” takes an amount, and its year where it is promised by year.",
  },
  "promotion.actual-date": { zh: "“{metric}”应填日期。", en: "“{metric}” takes a date." },
  "promotion.actual-not-promised": { zh: "没有承诺过“{metric}”（{year}）。", en: "“{metric}” was not promised ({year})." },
  "promotion.actual-from-projects": {
    zh: "“{metric}”由项目库更新，不用手工填写。",
    en: "“{metric}” comes from the register of projects and is not entered by hand.",
  },
  "promotion.year-in-future": { zh: "{year} 年还没有开始。", en: "{year} has not begun." },
  "promotion.no-contract-to-send": { zh: "没有可立项的正式合同。", en: "There is no formal contract to open a project from." },
  "promotion.project-there": { zh: "项目 {code} 已由这条线索立项。", en: "Project {code} has been opened from this lead." },
} as const satisfies Record<string, Text>;

/** Why a button is closed, and what is missing before the next stage. */
export const promotionReasons = {
  "missing:owner": { zh: "尚无承办人", en: "nobody owns it" },
  "no-owner": { zh: "线索在池中，先领取再办理", en: "the lead is in its pool: pick it first" },
  "missing:interaction": { zh: "尚无对接记录", en: "no interaction has been logged" },
  "missing:judgement": { zh: "尚未研判", en: "it has not been judged" },
  "missing:worthwhile": { zh: "研判认为不值得跟进", en: "it was judged not worthwhile" },
  "missing:needs-summary": { zh: "缺需求摸排", en: "the summary of needs is missing" },
  "missing:amount": { zh: "缺意向投资额", en: "the intended investment is missing" },
  "missing:tailored-plan": { zh: "缺一企一策专案", en: "the tailored plan is missing" },
  "missing:fair-competition-review": { zh: "缺公平竞争审查", en: "the fair-competition review is missing" },
  "unconfirmed:fair-competition-review": {
    zh: "公平竞争审查待第二人确认",
    en: "a second person has to confirm the fair-competition review",
  },
  "missing:party": { zh: "投资方还是暂定名称，缺统一社会信用代码或境外标识", en: "the investor has no identifier yet" },
  "missing:risk-memo": { zh: "缺风险评估意见", en: "the risk memo is missing" },
  "unconfirmed:risk-memo": { zh: "风险评估意见待第二人确认", en: "a second person has to confirm the risk memo" },
  "missing:decision": { zh: "缺决策意见", en: "the decision is missing" },
  "missing:formal-contract": { zh: "缺正式合同", en: "the formal contract is missing" },
  "missing:entry-agreement": { zh: "缺入驻协议", en: "the entry agreement is missing" },
  "missing:promises": { zh: "缺承诺登记", en: "the promises are not entered" },
  "missing:project": { zh: "项目库尚未立项", en: "the register has not opened the project" },
  "missing:landing-proof": { zh: "缺落地凭证", en: "proof of landing is missing" },
  "missing:reason": { zh: "须写明理由", en: "a reason is needed" },
  "missing:lost-reason": { zh: "须选择流失原因", en: "the reason of the loss is needed" },
  "wrong-status:PARKED": { zh: "线索已搁置", en: "the lead is parked" },
  "wrong-status:LOST": { zh: "线索已流失", en: "the lead is lost" },
  "wrong-status:REJECTED": { zh: "线索不予引进", en: "the lead was rejected" },
  "wrong-status:JOINED": { zh: "线索已并入另一条", en: "the lead was joined to another" },
  "wrong-status:ACTIVE": { zh: "线索正在跟进", en: "the lead is active" },
  "wrong-stage:SIGNED": { zh: "线索已签约", en: "the lead is signed" },
  "wrong-stage:LANDED": { zh: "线索已落地", en: "the lead has landed" },
  "not-parked": { zh: "线索没有搁置", en: "the lead is not parked" },
  "not-signed-yet": { zh: "线索尚未签约", en: "the lead is not signed yet" },
  "not-own-lead": { zh: "由承办人或部门负责人办理", en: "its owner or a head of department does this" },
  "own-lead": { zh: "承办人不能自己决策", en: "nobody decides on his own lead" },
  "own-already": { zh: "这条线索已在您名下", en: "the lead is yours already" },
  owned: { zh: "这条线索已有承办人", en: "somebody owns the lead" },
  cooling: { zh: "退回后冷却期未满，{state} 起可再领取", en: "you gave it back; you may pick it again from {state} on" },
  "picked-enough": { zh: "今天已领满 {state} 条", en: "you have picked {state} today, which is the limit" },
  "holds-enough": { zh: "名下跟进中的线索已满 {state} 条", en: "you hold {state} active leads, which is the limit" },
  "needs-no-second": { zh: "这类材料不需要第二人确认", en: "this kind needs no second person" },
  "confirmed-already": { zh: "已经确认", en: "it has been confirmed" },
  "own-entry": { zh: "登记人不能自己确认", en: "whoever entered it may not confirm it" },
  "not-at-decision": { zh: "线索不在决策阶段", en: "the lead is not at the stage of decision" },
  "own-claim": { zh: "报备双方不能自己裁定", en: "neither of the two claimants decides" },
  "claim-decided": { zh: "这条报备不在待裁定状态", en: "the claim is not disputed" },
  "contract-ended": { zh: "合同已终止", en: "the contract has ended" },
  "funds-decided": { zh: "这笔资金已有结论", en: "the funds have been decided on" },
  "missing-permission:promotion.read": { zh: "当前岗位无权查看招商", en: "the present role may not read promotion" },
  "missing-permission:promotion.work": { zh: "当前岗位无权办理招商", en: "the present role may not work on leads" },
  "missing-permission:promotion.decide": { zh: "当前岗位无权决策", en: "the present role may not decide" },
  "missing-permission:promotion.diligence": { zh: "当前岗位无权确认", en: "the present role may not confirm" },
  "missing-permission:promotion.set-rules": { zh: "当前岗位无权修改招商规则", en: "the present role may not change the rules" },
} as const satisfies Record<string, Text>;

/** Words of the moves, on buttons and in the timeline. */
export const leadMoveWords = {
  register: { zh: "登记", en: "Registered" },
  contact: { zh: "建立接触", en: "Contact made" },
  negotiate: { zh: "转入在谈", en: "Negotiate" },
  propose: { zh: "形成专案", en: "Propose" },
  startDiligence: { zh: "启动尽调", en: "Start diligence" },
  submitDecision: { zh: "提请决策", en: "Submit for decision" },
  sign: { zh: "签约", en: "Sign" },
  land: { zh: "落地", en: "Land" },
  stepBack: { zh: "退回在谈", en: "Back to negotiation" },
  park: { zh: "搁置", en: "Park" },
  resume: { zh: "恢复跟进", en: "Resume" },
  lose: { zh: "登记流失", en: "Lose" },
  reject: { zh: "不予引进", en: "Reject" },
  reopen: { zh: "重新启动", en: "Reopen" },
  join: { zh: "并入", en: "Join" },
} as const satisfies Record<string, Text>;

/** What the clocks are of. */
export const leadClockWords = {
  answer: { zh: "答复", en: "Answer" },
  judge: { zh: "研判", en: "Judge" },
  tell: { zh: "告知结果", en: "Tell the result" },
  "first-contact": { zh: "首次接触", en: "First contact" },
  report: { zh: "进展报告", en: "Report" },
  silence: { zh: "未对接搁置", en: "Parked if silent" },
  "next-step": { zh: "约定的下一步", en: "Agreed next step" },
} as const satisfies Record<string, Text>;

/** Reasons that the daily job writes: done under a rule, by nobody in person. */
export const automaticReasons = {
  park: { zh: "在谈满{days}天无对接记录，按规则自动搁置", en: "parked by rule: {days} days of negotiation without an entry" },
  recycle: { zh: "承办{days}天无对接记录，按规则自动回收", en: "recycled by rule: {days} days without an entry" },
} as const satisfies Record<string, Text>;

/** Every sentence that the domain can answer with, by code. */
export const promotionErrorTexts: Readonly<Record<string, Text>> = {
  ...promotionTexts,
  "promotion.refused.wrong-state": {
    zh: "现在不能这样做：当前状态（{state}）不允许。",
    en: "This is not possible now: the present state ({state}) does not allow it.",
  },
  // What other domains have states of the same name for is another thing: these are not among the reasons that the web lists by themselves.
  ...Object.fromEntries(
    Object.entries(leadStageWords).map(([stage, { zh, en }]) => [
      `promotion.refused.wrong-state:${stage}`,
      { zh: `现在不能这样做：线索处于“${zh}”阶段。`, en: `This is not possible now: the lead is at the stage “${en}”.` },
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(promotionReasons).map(([code, { zh, en }]) => [
      `promotion.refused.${code}`,
      { zh: `现在不能这样做：${zh}。`, en: `This is not possible now: ${en}.` },
    ]),
  ),
};
