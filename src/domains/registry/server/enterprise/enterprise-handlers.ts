import { enterpriseTimeline, noteOnEnterprise } from "#domains/registry/server/enterprise/activities.ts";
import { changeBook, endBook, enterBook, listBook } from "#domains/registry/server/enterprise/book.ts";
import { answerCorrection, askCorrection, listCorrections, withdrawCorrection } from "#domains/registry/server/enterprise/corrections.ts";
import { openEnterprise, ownEnterprise } from "#domains/registry/server/enterprise/open-enterprise.ts";
import {
  addName,
  addQualification,
  correctEnterprise,
  registerEnterprise,
} from "#domains/registry/server/enterprise/register-enterprise.ts";
import { addTie, enterpriseTies, removeTie } from "#domains/registry/server/enterprise/ties.ts";
import type { EnterpriseHandlers } from "#domains/registry/server/handler-shapes.ts";

export const enterpriseHandlers: EnterpriseHandlers = {
  openEnterprise,
  enterpriseTies,
  enterpriseTimeline,
  noteOnEnterprise,
  registerEnterprise,
  correctEnterprise,
  addName,
  addQualification,
  listBook,
  enterBook,
  changeBook,
  endBook,
  addTie,
  removeTie,
  ownEnterprise,
  askCorrection,
  withdrawCorrection,
  listCorrections,
  answerCorrection,
};
