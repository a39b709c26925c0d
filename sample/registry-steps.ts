import type { ImportSubject } from "#domains/registry/contract/import-operations.ts";
import { associationFile, elsewhereFile, ownFile, productFile, residentFile, tieFile } from "./enterprises.ts";
import type { SampleFile } from "./spreadsheets.ts";
import type { SampleStep } from "./step.ts";
import { SAMPLE_ENTERPRISE } from "./zone.ts";

const AS_OF = "2026-05-31";

const importStep = (name: string, source: string, files: () => SampleFile, subject: ImportSubject = "enterprises"): SampleStep => ({
  name,
  as: "promotion",
  operation: "registry.importEnterprises",
  input: async () => ({ source, subject, asOf: AS_OF as never }),
  files: async () => [files()],
  settle: true,
});

/** The register as the promotion office keeps it: lists that came in, what an enterprise asked to be put right, and who looks after whom. */
export const registrySteps: readonly SampleStep[] = [
  importStep("导入在园企业名录", "云岭高新区企业服务中心", residentFile),
  importStep("导入全国企业名录", "示范企业名录（虚构）", elsewhereFile),
  importStep("导入企业关联", "示范企业关联（虚构）", tieFile, "ties"),
  importStep("导入芯曜微电子的资料", "企业报送", ownFile),
  importStep("导入协会会员名单", "云岭集成电路行业协会", associationFile),
  {
    name: "企业申请更正从业人数",
    as: "enterprise",
    operation: "registry.askCorrection",
    input: async (world) => {
      const { corrections, profile } = await world.ask("enterprise", "registry.ownEnterprise", {});
      return profile === null || corrections.some(({ field }) => field === "employees")
        ? undefined
        : { field: "employees", value: "286", because: "以 2026 年 5 月社保缴纳人数为准" };
    },
  },
  {
    name: "同意更正从业人数",
    as: "promotion",
    operation: "registry.answerCorrection",
    input: async (world) => {
      const { items } = await world.ask("promotion", "registry.listCorrections", { state: "ASKED" });
      const asked = items.find(({ field }) => field === "employees");
      return asked === undefined
        ? undefined
        : { correctionId: asked.id, version: asked.version, accept: true, answer: "已与社保缴纳证明核对一致" };
    },
  },
  {
    name: "企业申请更正网址",
    as: "enterprise",
    operation: "registry.askCorrection",
    input: async (world) => {
      const { corrections, profile } = await world.ask("enterprise", "registry.ownEnterprise", {});
      return profile === null || corrections.some(({ field }) => field === "website")
        ? undefined
        : { field: "website", value: "www.xinyao.example", because: "官网地址已更换" };
    },
  },
  {
    name: "店小二联系芯曜微电子",
    as: "promotion",
    operation: "registry.changeBook",
    input: async (world) => {
      const people = await world.ask("leader", "projects.listPeople", {});
      const liaison = people.items.find(({ name }) => name === "店小二");
      const { items } = await world.ask("promotion", "registry.listBook", { kind: "resident", q: SAMPLE_ENTERPRISE.name });
      const entry = items[0]?.entry;
      return liaison === undefined || entry === undefined || entry.liaisonId !== null
        ? undefined
        : { entryId: entry.id, version: entry.version, liaisonId: liaison.id };
    },
  },
  {
    name: "保存视图：重庆的小巨人",
    as: "promotion",
    operation: "registry.saveView",
    input: async (world) => {
      const { items } = await world.ask("promotion", "registry.listViews", {});
      return items.some(({ name }) => name === "重庆的小巨人")
        ? undefined
        : { name: "重庆的小巨人", filter: { region: "50", qualification: "little-giant" }, sort: "revenue", shared: true };
    },
  },
  importStep("导入主营产品构成", "企业报送主营构成（虚构）", productFile, "products"),
];
