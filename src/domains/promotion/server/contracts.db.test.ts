import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ContractMeasures, ContractView } from "#domains/promotion/contract/contract-operations.ts";
import type { InvestorClass } from "#domains/promotion/contract/lead.ts";
import { listPromotionFigures } from "#domains/promotion/server/api.ts";
import { createTestPromotion, type Officers, type TestPromotion } from "#domains/promotion/server/test-promotion.ts";
import { decimal, shift } from "#kernel/decimal.ts";
import { localDate } from "#kernel/local-date.ts";

let at: TestPromotion;
let who: Officers;
const hundredMillion = (amount: string) => shift(decimal(amount), 8);

beforeAll(async () => {
  at = await createTestPromotion();
  who = await at.officers();
});
afterAll(() => at.database.close());

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "成了",
    (error: { readonly code?: string }) => error.code ?? String(error),
  );
const add = (id: string, given: Readonly<Record<string, unknown>>) =>
  at.call<ContractView>(who.officer, "addContract", {
    id,
    kind: "formal",
    title: "投资合同",
    signedOn: "2026-05-20",
    amountYuan: "600000000",
    ...given,
  });

describe("文章的例子录进来，数字对得上", () => {
  const AMOUNTS = ["120", "60", "55", "20", "15", "12", "11", "10", "4", "4", "4", "4", "4", "4", "4", "4", "3", "3", "3", "3"];
  const classesOf = (place: number): readonly InvestorClass[] =>
    place < 2 ? ["global-500"] : place < 4 ? ["china-500"] : place < 6 ? ["listed"] : place < 8 ? ["double-first-class"] : [];

  test("20个项目347亿元，1、2、5，500强4个、上市2个、院所2个、主导产业100%；交给成绩单的也一样", async () => {
    for (const [place, amount] of AMOUNTS.entries()) {
      const { id } = await at.lead(who.officer, { investorClasses: classesOf(place), leadingIndustry: true, industry: "集成电路" });
      await add(id, {
        number: `云高新招〔2026〕${place + 1}号`,
        amountYuan: hundredMillion(amount),
        amountPhrase: place === 0 ? "100亿元以上" : "",
      });
    }
    for (const operation of ["contractMeasures", "listContracts"])
      await expect(at.call(who.leader, operation, { from: "2026-06-30", to: "2026-04-01" })).rejects.toMatchObject({
        code: "promotion.dates-reversed",
      });
    const measures = await at.call<ContractMeasures>(who.leader, "contractMeasures", { from: "2026-04-01", to: "2026-06-30" });
    expect(measures.formal).toEqual({ count: 20, amountYuan: hundredMillion("347") });
    expect(measures.classes.map(({ count }) => count)).toEqual([1, 2, 5, 12]);
    expect([measures.top500, measures.listed, measures.institutes, measures.leading.pct]).toEqual([4, 2, 2, "100"]);
    const [current] = await at.database.uow.run(who.officer, { readOnly: true }, (tx) => listPromotionFigures(tx, localDate("2026-06-30")));
    expect(current?.period).toBe("2026H1");
    expect(current?.figures.find(({ code, calibre }) => code === "contract-investment" && calibre === null)).toMatchObject({
      value: "347",
    });
    const list = await at.call<{ items: ContractView[]; total: number }>(who.leader, "listContracts", { class: "10-billion" });
    expect([list.total, list.items[0]?.amountPhrase]).toEqual([1, "100亿元以上"]);
    expect((await at.call<{ total: number }>(who.leader, "listContracts", { class: "1-billion" })).total).toBe(5);
  });
});

describe("合同", () => {
  test("编号只登记一次，说清在哪条线索；正式合同须有金额，入驻协议不用", async () => {
    const lead = await at.lead(who.officer);
    await add(lead.id, { number: "重号1号" });
    const other = await at.lead(who.officer);
    const error = await add(other.id, { number: "重号1号" }).catch((one) => one);
    expect(error).toMatchObject({ code: "promotion.contract-number", params: { code: lead.code } });
    expect(await codeOf(add(other.id, { number: "无额1号", amountYuan: undefined }))).toBe("promotion.contract-amount");
    const entry = await add(other.id, { number: "入驻1号", kind: "entry-institute", amountYuan: undefined });
    expect([entry.amountYuan, entry.amountClass]).toEqual([null, null]);
    expect(await codeOf(add(other.id, { number: "将来1号", signedOn: "2026-07-01" }))).toBe("promotion.date-in-future");
  });

  test("终止由领导办，终止之后不再登记资金", async () => {
    const lead = await at.lead(who.officer);
    const contract = await add(lead.id, { number: "终止1号" });
    const end = { contractId: contract.id, version: contract.version, on: "2026-06-20", reason: "投资方退出" };
    expect(await codeOf(at.call(who.officer, "endContract", end))).toBe("access.missing-permission");
    expect(await codeOf(at.call(who.leader, "endContract", { ...end, on: "2026-05-01" }))).toBe("promotion.before-registration");
    expect((await at.call<ContractView>(who.leader, "endContract", end)).state).toBe("ENDED");
    const funds = { contractId: contract.id, arrivedOn: "2026-06-25", amountYuan: "1", proof: "bank-slip", proofNumber: "1" };
    expect(await codeOf(at.call(who.officer, "enterFunds", funds))).toBe("promotion.refused.contract-ended");
  });
});

describe("到位资金", () => {
  test("登记人不能自己确认；确认之后才计入；同一凭证不重复，累计不超过合同额", async () => {
    const lead = await at.lead(who.officer);
    const contract = await add(lead.id, { number: "到位1号", amountYuan: "100000000" });
    const enter = (given: Readonly<Record<string, unknown>>) =>
      at.call<ContractView>(who.officer, "enterFunds", {
        contractId: contract.id,
        arrivedOn: "2026-06-10",
        amountYuan: "60000000",
        proof: "bank-slip",
        proofNumber: "岚州银行0610",
        ...given,
      });
    expect(await codeOf(enter({ arrivedOn: "2026-05-19" }))).toBe("promotion.funds-before-signing");
    expect(await codeOf(enter({ arrivedOn: "2026-07-01" }))).toBe("promotion.date-in-future");
    const entered = await at.call<ContractView>(
      who.officer,
      "enterFunds",
      { contractId: contract.id, arrivedOn: "2026-06-10", amountYuan: "60000000", proof: "bank-slip", proofNumber: "岚州银行0610" },
      { files: [{ name: "进账单.txt", bytes: new TextEncoder().encode("进账单") }] },
    );
    expect(entered.arrivedYuan).toBe("0");
    expect(await codeOf(enter({}))).toBe("promotion.funds-proof-twice");
    expect(await codeOf(enter({ proofNumber: "2", amountYuan: "40000000.01" }))).toBe("promotion.funds-above-amount");
    const [funds] = entered.funds;
    const confirm = { fundsId: funds?.id, version: funds?.version, confirm: true, decision: "与银行回单一致" };
    expect(await codeOf(at.call(who.officer, "confirmFunds", confirm))).toBe("promotion.refused.own-entry");
    const confirmed = await at.call<ContractView>(who.second, "confirmFunds", confirm);
    expect([confirmed.arrivedYuan, confirmed.funds[0]?.decidedBy]).toEqual(["60000000", who.second.name]);
    expect(await codeOf(at.call(who.head, "confirmFunds", { ...confirm, version: 2 }))).toBe("promotion.refused.funds-decided");
    const got = await at.call<{ name: string }>(who.leader, "downloadFunds", { fundsId: funds?.id });
    expect(got.name).toBe("进账单.txt");
    const figures = await at.database.uow.run(who.officer, { readOnly: true }, (tx) => listPromotionFigures(tx, localDate("2026-06-30")));
    expect(figures[0]?.figures.find(({ code }) => code === "capital-arrived")).toMatchObject({ value: "0.6", rows: [{ id: funds?.id }] });
  });

  test("不认定的留着原因，不计入，也不占额度", async () => {
    const lead = await at.lead(who.officer);
    const contract = await add(lead.id, { number: "到位2号", amountYuan: "100000000" });
    const base = { contractId: contract.id, arrivedOn: "2026-06-10", proof: "equipment-list" };
    const entered = await at.call<ContractView>(who.officer, "enterFunds", { ...base, amountYuan: "90000000", proofNumber: "设备1" });
    const [funds] = entered.funds;
    const refused = await at.call<ContractView>(who.second, "confirmFunds", {
      fundsId: funds?.id,
      version: 1,
      confirm: false,
      decision: "设备未到场",
    });
    expect(refused.funds[0]).toMatchObject({ state: "REFUSED", decision: "设备未到场" });
    const again = await at.call<ContractView>(who.officer, "enterFunds", { ...base, amountYuan: "100000000", proofNumber: "设备2" });
    expect(again.arrivedYuan).toBe("0");
    const waiting = await at.call<{ items: ContractView[] }>(who.leader, "listContracts", { waiting: true });
    expect(waiting.items.map(({ number }) => number)).toContain("到位2号");
  });

  test("一张进账单只证明一份合同的钱；不认定之后可以按实另记；设备清单各合同各编各的号", async () => {
    const [one, other] = [
      await add((await at.lead(who.officer)).id, { number: "单-1" }),
      await add((await at.lead(who.officer)).id, { number: "单-2" }),
    ];
    const enter = (contractId: string, given: Readonly<Record<string, unknown>> = {}) =>
      at.call<ContractView>(who.officer, "enterFunds", {
        contractId,
        arrivedOn: "2026-06-10",
        amountYuan: "1000000",
        proof: "bank-slip",
        proofNumber: "岚州银行同一张",
        ...given,
      });
    const { funds } = await enter(one.id);
    expect(await codeOf(enter(other.id))).toBe("promotion.funds-proof-twice");
    await at.call(who.second, "confirmFunds", { fundsId: funds[0]?.id, version: 1, confirm: false, decision: "金额与回单不符" });
    expect(await codeOf(enter(one.id, { amountYuan: "900000" }))).toBe("成了");
    const race = (contractId: string) => codeOf(enter(contractId, { proofNumber: "岚州银行同时" }));
    expect((await Promise.all([race(one.id), race(other.id)])).toSorted()).toEqual(["promotion.funds-proof-twice", "成了"]);
    for (const { id } of [one, other]) expect(await codeOf(enter(id, { proof: "equipment-list", proofNumber: "清单1" }))).toBe("成了");
  });

  test("两人同一时刻登记，累计不会超过合同额", async () => {
    const lead = await at.lead(who.officer);
    const contract = await add(lead.id, { number: "到位3号", amountYuan: "100000000" });
    const enter = (proofNumber: string) =>
      codeOf(
        at.call(who.officer, "enterFunds", {
          contractId: contract.id,
          arrivedOn: "2026-06-10",
          amountYuan: "60000000",
          proof: "bank-slip",
          proofNumber,
        }),
      );
    expect((await Promise.all([enter("甲"), enter("乙")])).sort()).toEqual(["promotion.funds-above-amount", "成了"]);
  });
});

describe("一个项目只算一次", () => {
  const quarter = { from: "2024-01-01", to: "2024-03-31" };
  const formal = async () => (await at.call<ContractMeasures>(who.leader, "contractMeasures", quarter)).formal;
  const signed = { signedOn: "2024-02-20", amountYuan: hundredMillion("6") };

  test("补充合同添金额、不添项目；并入别的线索后算在那一条", async () => {
    const [one, other] = [await at.lead(who.officer), await at.lead(who.officer)];
    await add(one.id, { ...signed, number: "并-1" });
    await add(one.id, { ...signed, number: "并-1补", title: "补充合同" });
    expect(await formal()).toEqual({ count: 1, amountYuan: hundredMillion("12") });
    await at.call(who.officer, "joinLeads", { id: one.id, version: 1, intoId: other.id, reason: "同一项目" });
    await add(other.id, { ...signed, number: "并-2", title: "补充合同二" });
    expect(await formal()).toEqual({ count: 1, amountYuan: hundredMillion("18") });
  });

  test("两条线索各登记了一份正式合同：先终止重复的，才能并入", async () => {
    const [one, other] = [await at.lead(who.officer), await at.lead(who.officer)];
    const twice = await add(one.id, { ...signed, signedOn: "2023-02-20", number: "重-1" });
    await add(other.id, { ...signed, signedOn: "2023-02-20", number: "重-2" });
    const join = () => at.call(who.officer, "joinLeads", { id: one.id, version: 1, intoId: other.id, reason: "同一项目" });
    expect(await codeOf(join())).toBe("promotion.join-two-contracts");
    const end = { contractId: twice.id, version: twice.version, on: "2026-06-30", reason: "重复登记" };
    await at.call(who.leader, "endContract", end);
    expect(await codeOf(join())).toBe("成了");
  });
});
