import { describe, expect, test } from "vitest";
import { leadNameKey, partyNameKey } from "#domains/promotion/rules/lead-keys.ts";
import { sum, whole } from "#kernel/decimal.ts";
import { weekday } from "#kernel/local-date.ts";
import { isUscc } from "#kernel/uscc.ts";
import { QUARTER, sampleLeads } from "./leads.ts";
import { isOpenedByLead, sampleProjects } from "./projects.ts";

describe("示范线索", () => {
  const leads = sampleLeads();

  test("158条，名称、投资方各不重复登记；代码都通过校验；各状态都有", () => {
    expect(leads).toHaveLength(158);
    expect(new Set(leads.map(({ name, party }) => `${leadNameKey(name)} ${partyNameKey(party)}`)).size).toBe(leads.length);
    expect(new Set(leads.map(({ name }) => name)).size).toBe(leads.length);
    for (const { uscc } of leads) if (uscc !== null) expect(isUscc(uscc)).toBe(true);
    expect(new Set(leads.map(({ stage }) => stage)).size).toBe(7);
    expect(new Set(leads.map(({ end }) => end))).toEqual(new Set([null, "PARKED", "LOST", "REJECTED"]));
  });

  test("第二季度20个正式合同347亿元，都在季度之内签订，都属主导产业", () => {
    const signed = leads.filter(({ contract, project }) => contract?.kind === "formal" && project === null);
    expect(signed).toHaveLength(20);
    expect(QUARTER.reduce<number>((all, one) => all + one, 0)).toBe(347);
    expect(sum(signed.map(({ amount }) => whole(amount ?? 0)))).toBe("3470000");
    for (const { contract, leading } of signed) {
      expect(leading).toBe(true);
      expect((contract?.signedOn ?? "") >= "2026-04-01" && (contract?.signedOn ?? "") <= "2026-06-30").toBe(true);
    }
  });

  test("登记和签约都不在周末，先登记后签约，按登记先后排列", () => {
    for (const { registeredOn, contract, project } of leads) {
      expect([0, 6]).not.toContain(weekday(registeredOn));
      if (contract !== null) expect(registeredOn < contract.signedOn).toBe(true);
      if (contract !== null && project === null) expect([0, 6]).not.toContain(weekday(contract.signedOn));
    }
    expect(leads.map(({ registeredOn }) => registeredOn)).toEqual(leads.map(({ registeredOn }) => registeredOn).toSorted());
  });

  test("由线索立项的20个项目取代台账里等着的20个，总数仍是376", () => {
    expect(sampleProjects().filter(isOpenedByLead)).toHaveLength(20);
    expect(
      sampleProjects()
        .filter(isOpenedByLead)
        .every(({ startedOn, level }) => startedOn === null && level === "ordinary"),
    ).toBe(true);
  });
});
