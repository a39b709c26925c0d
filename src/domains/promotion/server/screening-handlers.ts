import { assignTargets } from "#domains/promotion/server/assign-targets.ts";
import { readDocuments } from "#domains/promotion/server/document-signals.ts";
import type { PathHandlers, ScreeningHandlers, TargetHandlers } from "#domains/promotion/server/handler-shapes.ts";
import { introductionPaths } from "#domains/promotion/server/introduction-paths.ts";
import { addTarget, closeTargetList, lockTargets } from "#domains/promotion/server/lock-targets.ts";
import { refreshTargets, takeRefresh } from "#domains/promotion/server/refresh-targets.ts";
import { listScoring, setScoring } from "#domains/promotion/server/scoring-versions.ts";
import { screenTargets } from "#domains/promotion/server/screen-targets.ts";
import { endSignal, listSignals, noteSignal, withdrawSignal } from "#domains/promotion/server/signals.ts";
import {
  dropTarget,
  editTarget,
  exportTargets,
  listTargetLists,
  openTarget,
  openTargetList,
  targetToLead,
} from "#domains/promotion/server/target-lists.ts";

export const screeningHandlers: ScreeningHandlers & TargetHandlers & PathHandlers = {
  screenTargets,
  listScoring,
  setScoring,
  listSignals,
  noteSignal,
  endSignal,
  withdrawSignal,
  readDocuments,
  lockTargets,
  listTargetLists,
  openTargetList,
  openTarget,
  refreshTargets,
  takeRefresh,
  addTarget,
  assignTargets,
  editTarget,
  dropTarget,
  targetToLead,
  closeTargetList,
  exportTargets,
  introductionPaths,
};
