import type { HandoverHandlers } from "#domains/projects/server/handler-shapes.ts";
import { handOver, handoverPreview } from "#domains/projects/server/handover/hand-over.ts";
import { listHolders } from "#domains/projects/server/handover/list-holders.ts";

export const handoverHandlers: HandoverHandlers = { listHolders, handoverPreview, handOver };
