import type { ProjectStage } from "#domains/projects/contract/project.ts";
import type { Text } from "#kernel/texts.ts";

type LinkStage = Extract<ProjectStage, "SIGNED" | "LAND" | "BUILDING" | "COMPLETED" | "PRODUCING">;

/** The links of the chain by the stage that they lead to; without land supply (a leased plant) the start follows the signing. */
export const stageLinkWords: Readonly<Record<Exclude<LinkStage, "SIGNED">, Text>> = {
  LAND: { zh: "签约→供地", en: "Signing to land supply" },
  BUILDING: { zh: "供地→开工", en: "Land supply to start" },
  COMPLETED: { zh: "开工→竣工", en: "Start to completion" },
  PRODUCING: { zh: "竣工→投产", en: "Completion to production" },
};
export const startWithoutLandWords: Text = { zh: "签约→开工", en: "Signing to start" };
export const approvalsLinkWords: Text = {
  zh: "开工前审批（首次申请→施工许可）",
  en: "Approvals before the start (first application to permit)",
};
