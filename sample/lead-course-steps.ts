import type { InteractionKind } from "#domains/promotion/contract/lead.ts";
import { addDays, daysBetween, type LocalDate, localDate } from "#kernel/local-date.ts";
import { idOf, rowOf, yuan } from "./lead-world.ts";
import { type SampleLead, type SampleStage, sampleLeads } from "./leads.ts";
import type { SampleStep, SampleUser, SampleWorld } from "./step.ts";

const TODAY = localDate("2026-06-30");
const ORDER: readonly SampleStage[] = ["TARGETED", "CONTACTED", "NEGOTIATING", "PROPOSAL", "DILIGENCE", "DECISION", "SIGNED"];
const reaches = (lead: SampleLead, stage: SampleStage): boolean => ORDER.indexOf(lead.stage) >= ORDER.indexOf(stage);
const other = ({ owner }: SampleLead): SampleUser => (owner === "promotion" ? "promotion-2" : "promotion");

/**
 * The day on which a lead did its n-th of so many steps: the first on the day after its registration, or four days late where nobody got to
 * it, the others spread evenly until its signing, or until lately.
 */
function dayOf(lead: SampleLead, step: number, steps: number): LocalDate {
  const last = lead.contract?.signedOn ?? (lead.end === null ? addDays(TODAY, -1) : addDays(TODAY, -20));
  const first = lead.name.length % 5 === 0 ? 5 : 1;
  if (step <= 1) return addDays(lead.registeredOn, first);
  const span = Math.max(0, daysBetween(lead.registeredOn, last) - first);
  return addDays(lead.registeredOn, first + Math.floor((span * (step - 1)) / steps));
}

export const registerSteps: readonly SampleStep[] = sampleLeads().map((lead) => ({
  name: `登记线索：${lead.name}`,
  as: lead.owner,
  operation: "promotion.registerLead",
  input: async (world) =>
    (await idOf(world, lead.name)) === undefined
      ? {
          projectName: lead.name,
          party: lead.party,
          ...(lead.uscc === null ? {} : { uscc: lead.uscc }),
          ...(lead.foreign === null ? {} : { foreignId: lead.foreign.id, country: lead.foreign.country }),
          nature: lead.nature,
          industry: lead.industry,
          leadingIndustry: lead.leading,
          channel: lead.channel,
          origin: lead.origin,
          investorClasses: [...lead.classes],
          ...(lead.amount === null ? {} : { amountYuan: yuan(lead.amount) }),
          summary: `拟在云岭高新区建设${lead.name.replace(/项目(（.*）)?$/u, "")}。`,
          ...(lead.pool === null ? {} : { toPool: true, pool: lead.pool }),
        }
      : undefined,
  on: lead.registeredOn,
}));

const TALKS: readonly (readonly [InteractionKind, string, string])[] = [
  ["visit", "投资方总部", "了解到企业计划在西部布局新产线，对用地、用电和人才有要求。"],
  ["video", "屏对屏", "介绍标准厂房和配套情况，对方关心电力保障和交付时间。"],
  ["received", "云岭高新区", "对方实地看了两处地块，初步认可产业链配套。"],
  ["talks", "招商合作局", "就投资强度、建设周期和投产时间交换意见。"],
  ["call", "", "核对对方内部决策进度，约定下次会谈。"],
];

const NUMBERS = {
  "needs-summary": "云招需",
  "tailored-plan": "云招策",
  "fair-competition-review": "云公审",
  "risk-memo": "云风评",
} as const;

type Act = {
  readonly input: (world: SampleWorld) => Promise<unknown>;
  readonly operation: SampleStep["operation"];
  readonly as: SampleUser;
  readonly what: string;
};

/** One lead from its registration to where it stands: what each gate asks for, then the move. */
function actsOf(lead: SampleLead, day: (step: number) => LocalDate): readonly (Act & { readonly on: LocalDate })[] {
  const acts: (Act & { readonly on: LocalDate })[] = [];
  let step = 0;
  const add = (on: LocalDate, act: Act) => acts.push({ ...act, on });
  const withId = (given: (id: string) => unknown) => async (world: SampleWorld) => {
    const id = await idOf(world, lead.name);
    return id === undefined ? undefined : given(id);
  };
  /** Only from the stage that it leaves: a step that was taken is not taken again. */
  const atStage = (stage: SampleStage, given: (id: string, version: number) => unknown) => async (world: SampleWorld) => {
    const row = await rowOf(world, lead.name);
    return row !== undefined && row.stage === stage && row.status === "ACTIVE" ? given(row.id, row.version) : undefined;
  };
  const talk = (on: LocalDate, place: number, nextOn?: LocalDate) => {
    const [kind, where, learnt] = TALKS[place % TALKS.length] ?? ["call", "", "电话沟通"];
    add(on, {
      as: lead.owner,
      operation: "promotion.logInteraction",
      what: `对接${place + 1}`,
      input: withId((id) => ({
        id,
        kind,
        on,
        place: where,
        ours: "招商合作局",
        learnt,
        ...(nextOn === undefined ? {} : { nextStep: "带方案再谈", nextOn }),
      })),
    });
  };
  const attach = (on: LocalDate, kind: "needs-summary" | "tailored-plan" | "fair-competition-review" | "risk-memo", note: string) =>
    add(on, {
      as: lead.owner,
      operation: "promotion.attachLeadEvidence",
      what: note,
      input: withId((id) => ({
        id,
        kind,
        datedOn: on,
        note,
        number: `${NUMBERS[kind]}〔${on.slice(0, 4)}〕${on.slice(5).replace("-", "")}号`,
      })),
    });
  const confirm = (on: LocalDate, kind: "fair-competition-review" | "risk-memo") =>
    add(on, {
      as: other(lead),
      operation: "promotion.confirmLeadEvidence",
      what: `确认${kind}`,
      input: async (world) => {
        const id = await idOf(world, lead.name);
        if (id === undefined) return undefined;
        const { evidence } = await world.ask("leader", "promotion.openLead", { id });
        const piece = evidence.find((one) => one.kind === kind && one.confirmed === null);
        return piece && { evidenceId: piece.id, version: piece.version, note: "已核对" };
      },
    });
  const move = (on: LocalDate, from: SampleStage, name: "contact" | "negotiate" | "propose" | "startDiligence" | "submitDecision") =>
    add(on, {
      as: lead.owner,
      operation: "promotion.moveLead",
      what: name,
      input: atStage(from, (id, version) => ({ id, version, move: name, on })),
    });
  const next = () => {
    step += 1;
    return day(step);
  };

  if (lead.stage === "TARGETED" && lead.pool === null && lead.name.length % 4 !== 0) {
    const on = addDays(lead.registeredOn, 1);
    for (const mark of [{ mark: "answered" }, { mark: "judged", worthwhile: true, note: "符合主导产业方向" }])
      add(on, {
        as: lead.owner,
        operation: "promotion.markLead",
        what: mark.mark,
        input: atStage("TARGETED", (id, version) => ({ id, version, on, ...mark })),
      });
  }
  if (reaches(lead, "CONTACTED")) {
    const on = next();
    talk(on, 0, reaches(lead, "NEGOTIATING") ? undefined : addDays(TODAY, 4));
    move(on, "TARGETED", "contact");
  }
  if (reaches(lead, "CONTACTED") && (reaches(lead, "NEGOTIATING") || lead.name.length % 4 !== 1)) {
    const on = day(step);
    add(on, {
      as: lead.owner,
      operation: "promotion.markLead",
      what: "研判",
      input: atStage("CONTACTED", (id, version) => ({
        id,
        version,
        mark: "judged",
        on,
        worthwhile: true,
        note: "符合主导产业方向，补链作用明显",
      })),
    });
    if (lead.contract === null && lead.name.length % 7 !== 0)
      add(on, {
        as: lead.owner,
        operation: "promotion.markLead",
        what: "告知",
        input: atStage("CONTACTED", (id, version) => ({ id, version, mark: "told", on })),
      });
  }
  if (reaches(lead, "NEGOTIATING")) {
    const on = next();
    attach(on, "needs-summary", "用地、用电、人才和资金需求");
    move(on, "CONTACTED", "negotiate");
    // Of what is signed the papers say enough.
    if (lead.contract === null) talk(on, 1);
  }
  if (reaches(lead, "PROPOSAL")) {
    const on = next();
    if (lead.contract === null) talk(on, 2);
    attach(on, "tailored-plan", "一企一策专案");
    move(on, "NEGOTIATING", "propose");
  }
  if (reaches(lead, "DILIGENCE")) {
    const on = next();
    attach(on, "fair-competition-review", "公平竞争审查意见");
    confirm(on, "fair-competition-review");
    move(on, "PROPOSAL", "startDiligence");
  }
  if (reaches(lead, "DECISION")) {
    const on = next();
    attach(on, "risk-memo", "财务分析和风险评估");
    confirm(on, "risk-memo");
    move(on, "DILIGENCE", "submitDecision");
  }
  return acts;
}

/** Talks go on while nothing moves; two of those under negotiation fell silent in spring and are parked by rule. */
const SILENT: readonly number[] = [3, 11];
export function lateTalks(lead: SampleLead, place: number): readonly SampleStep[] {
  if (lead.stage === "NEGOTIATING" && SILENT.includes(place)) return [];
  const on = addDays(TODAY, -((place % 9) * 2) - 1);
  return [
    {
      name: `近期对接：${lead.name}`,
      lane: lead.name,
      as: lead.owner,
      operation: "promotion.logInteraction",
      input: async (world) => {
        const id = await idOf(world, lead.name);
        const [kind, where, learnt] = TALKS[(place + 2) % TALKS.length] ?? TALKS[0] ?? (["call", "", ""] as const);
        return id === undefined
          ? undefined
          : { id, kind, on, place: where, ours: "招商合作局", learnt, nextStep: "对方反馈方案意见", nextOn: addDays(on, 10) };
      },
      on,
    },
  ];
}

export function courseOf(lead: SampleLead): readonly SampleStep[] {
  const total = ORDER.indexOf(lead.stage) + 1;
  const silent = lead.stage === "NEGOTIATING" && lead.end === null;
  // Those under negotiation came into it a while ago; the rest of their days are talks.
  const day = (step: number) => (silent && step > 1 ? addDays(lead.registeredOn, step * 6) : dayOf(lead, step, total));
  return actsOf(lead, day).map(
    ({ what, ...act }, place) => ({ name: `${lead.name} ${place + 1} ${what}`, lane: lead.name, ...act }) as SampleStep,
  );
}

const REASONS = {
  PARKED: "投资方总部调整投资计划，暂缓三个月。",
  LOST: "投资方书面答复，不再推进。",
  REJECTED: "能耗和环保条件不符合园区准入要求。",
} as const;

export function endsOf(lead: SampleLead): readonly SampleStep[] {
  const { end } = lead;
  if (end === null) return [];
  const on = addDays(TODAY, -15);
  const input = async (world: SampleWorld) => {
    const row = await rowOf(world, lead.name);
    return row === undefined || row.status !== "ACTIVE" ? undefined : { id: row.id, version: row.version, on, reason: REASONS[end] };
  };
  if (end === "REJECTED")
    return [
      {
        name: `不予引进：${lead.name}`,
        lane: lead.name,
        as: "leader",
        operation: "promotion.decideLead",
        input: async (world) => {
          const given = await input(world);
          return given && { ...given, decision: "reject", number: "招商专题会〔2026〕6号" };
        },
        on,
      },
    ];
  return [
    {
      name: `${end === "PARKED" ? "搁置" : "流失"}：${lead.name}`,
      lane: lead.name,
      as: lead.owner,
      operation: "promotion.changeLeadStatus",
      input: async (world) => {
        const given = await input(world);
        if (given === undefined) return undefined;
        return end === "PARKED" ? { ...given, change: "park" } : { ...given, change: "lose", lostReason: lead.lostReason };
      },
      on,
    },
  ];
}
