import { setTimeout as wait } from "node:timers/promises";
import type { PackageDefinition } from "#domains/approvals/contract/package-operations.ts";
import { type LocalDate, localDate } from "#kernel/local-date.ts";
import { onCase, paper } from "./approval-case-steps.ts";
import { SAMPLE_MATTERS, SAMPLE_PACKAGES } from "./matters.ts";
import { sampleProjects } from "./projects.ts";
import type { SampleStep, SampleWorld } from "./step.ts";

const day = (text: string): LocalDate => localDate(text);
const nameOf = (code: string): string => SAMPLE_MATTERS.find((matter) => matter.code === code)?.name.zh ?? code;
const definitionOf = (code: string): PackageDefinition => {
  const found = SAMPLE_PACKAGES.find((one) => one.code === code);
  if (found === undefined) throw new Error(`the sample has no package ${code}`);
  return found;
};

const findPackage = async (world: SampleWorld, title: string) => {
  const { items } = await world.ask("window", "approvals.listPackages", { limit: 100 });
  const row = items.find((one) => one.title === title);
  return row === undefined ? undefined : world.ask("window", "approvals.openPackage", { id: row.id });
};

type Filing = {
  readonly code: string;
  readonly title: string;
  readonly enterprise: string;
  readonly form: Readonly<Record<string, string | boolean | number>>;
  readonly on: LocalDate;
  readonly project?: string;
};

/** One form and the shared papers at the counter; submitted, its first children begin. */
function file({ code, title, enterprise, form, on, project }: Filing): readonly SampleStep[] {
  return [
    {
      name: `填写${title}`,
      as: "window-2",
      operation: "approvals.draftPackage",
      on,
      input: async (world) => {
        if ((await findPackage(world, title)) !== undefined) return undefined;
        const found =
          project === undefined ? undefined : (await world.ask("promotion", "projects.listProjects", { q: project, limit: 1 })).items[0];
        return {
          code,
          title,
          enterprise,
          form: { ...form },
          contactName: "周经办",
          contactPhone: "13600003456",
          ...(found === undefined ? {} : { projectId: found.id }),
        };
      },
    },
    ...definitionOf(code).materials.map(
      ({ key, name }): SampleStep => ({
        name: `${title}：提交${name.zh}`,
        as: "window-2",
        operation: "approvals.providePackageMaterial",
        on,
        input: async (world) => {
          const found = await findPackage(world, title);
          return found?.row.state === "DRAFT" ? { id: found.row.id, key } : undefined;
        },
        files: paper(name.zh),
      }),
    ),
    {
      name: `提交${title}`,
      as: "window-2",
      operation: "approvals.submitPackage",
      on,
      input: async (world) => {
        const found = await findPackage(world, title);
        return found?.row.state === "DRAFT" ? { id: found.row.id, version: found.version } : undefined;
      },
    },
  ];
}

/** A child at the window and at the head; those that wait for it come by themselves. */
function handle(title: string, code: string, on: LocalDate, decision: "granted" | "refused", number: string): readonly SampleStep[] {
  const child = `${title}：${nameOf(code)}`;
  return [
    onCase(child, "window", "approvals.acceptCase", on, {}, { childOf: title, unless: ({ row }) => row.state !== "SUBMITTED" }),
    onCase(
      child,
      "approval-head",
      "approvals.decideCase",
      on,
      decision === "granted"
        ? { decision, reason: "符合条件", resultNumber: number }
        : { decision, reason: "银行核验经办人授权不符，暂不予变更" },
      { unless: ({ row }) => row.state !== "ACCEPTED" },
    ),
    ...(decision === "granted"
      ? [onCase(child, "window", "approvals.deliverCase", on, { how: "counter" }, { unless: ({ row }) => row.state !== "DECIDED" })]
      : []),
  ];
}

const RENAMED = "岚州天枢微电子更名";
const HALF_RENAMED = "岚州星辰软件更名";
const OPENING = "岚州启源智能装备开办";
const waiting = sampleProjects().filter(({ startedOn }) => startedOn === null)[10];
const SITE = `${waiting?.name ?? ""}开工`;

export const packageSteps: readonly SampleStep[] = [
  ...file({
    code: "company-rename",
    title: RENAMED,
    enterprise: "岚州天枢微电子有限公司",
    form: { "old-name": "岚州天枢微电子有限公司", "new-name": "岚州天枢半导体有限公司", "high-tech": false },
    on: day("2026-05-12"),
  }),
  ...handle(RENAMED, "name-change", day("2026-05-12"), "granted", "云市监变〔2026〕512号"),
  ...handle(RENAMED, "seal-change", day("2026-05-12"), "granted", "云公印〔2026〕208号"),
  ...handle(RENAMED, "account-change", day("2026-05-12"), "granted", "岚银户变〔2026〕77号"),
  ...file({
    code: "company-rename",
    title: HALF_RENAMED,
    enterprise: "岚州星辰软件有限公司",
    form: { "old-name": "岚州星辰软件有限公司", "new-name": "岚州星辰智能科技有限公司", "high-tech": false },
    on: day("2026-06-24"),
  }),
  ...handle(HALF_RENAMED, "name-change", day("2026-06-24"), "granted", "云市监变〔2026〕688号"),
  ...handle(HALF_RENAMED, "seal-change", day("2026-06-24"), "granted", "云公印〔2026〕291号"),
  ...handle(HALF_RENAMED, "account-change", day("2026-06-25"), "refused", ""),
  {
    name: `${HALF_RENAMED}：旧印章已收缴`,
    as: "window",
    operation: "approvals.compensate",
    on: day("2026-06-26"),
    input: async (world) => {
      for (let left = 600; left > 0; left -= 1) {
        const found = await findPackage(world, HALF_RENAMED);
        if (found === undefined) return undefined;
        const task = found.compensations.find(({ matter }) => matter === "seal-change");
        if (task?.state === "DONE") return undefined;
        if (task !== undefined) return { compensationId: task.id, version: task.version, note: "旧印章两枚已收缴并出具收缴证明" };
        await wait(50);
      }
      return undefined;
    },
  },
  ...file({
    code: "business-opening",
    title: OPENING,
    enterprise: "岚州启源智能装备有限公司",
    form: { name: "岚州启源智能装备有限公司", capital: 2000 },
    on: day("2026-06-29"),
  }),
  ...handle(OPENING, "company-setup", day("2026-06-29"), "granted", "云市监设〔2026〕701号"),
  ...handle(OPENING, "seal-engraving", day("2026-06-30"), "granted", "云公印〔2026〕303号"),
  ...file({
    code: "site-start",
    title: SITE,
    enterprise: waiting?.enterprise ?? "",
    form: { cost: 5200, special: false, leased: false },
    on: day("2026-06-26"),
    project: waiting?.name ?? "",
  }),
];
