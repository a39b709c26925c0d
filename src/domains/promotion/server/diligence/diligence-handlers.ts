import { enterEvent, liftEvent } from "#domains/promotion/server/diligence/events.ts";
import { importStatements, statementTemplate } from "#domains/promotion/server/diligence/import-statements.ts";
import { reviewMemo, submitMemo, writeMemo } from "#domains/promotion/server/diligence/memo.ts";
import { claimParent, endHolding, enterDenial, enterHolding } from "#domains/promotion/server/diligence/ownership.ts";
import { listDiligenceRules, setDiligenceRules } from "#domains/promotion/server/diligence/rules-store.ts";
import { openDiligence } from "#domains/promotion/server/diligence/view-diligence.ts";
import type { DiligenceHandlers } from "#domains/promotion/server/handler-shapes.ts";

export const diligenceHandlers: DiligenceHandlers = {
  statementTemplate,
  importStatements,
  openDiligence,
  enterEvent,
  liftEvent,
  enterHolding,
  endHolding,
  claimParent,
  enterDenial,
  writeMemo,
  submitMemo,
  reviewMemo,
  listDiligenceRules,
  setDiligenceRules,
};
