import type { HandoverHandlers } from "#domains/projects/server/handler-shapes.ts";
import { handOver, handoverPreview } from "#domains/projects/server/handover/hand-over.ts";
import { listOfficials } from "#domains/projects/server/handover/officials.ts";

export const handoverHandlers: HandoverHandlers = { listOfficials, handoverPreview, handOver };
