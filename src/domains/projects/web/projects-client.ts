import { colourOperations } from "#domains/projects/contract/colour-operations.ts";
import { courseOperations } from "#domains/projects/contract/course-operations.ts";
import { feedOperations } from "#domains/projects/contract/feed-operations.ts";
import type { GeographyLayer } from "#domains/projects/contract/geography.ts";
import { handoverOperations } from "#domains/projects/contract/handover-operations.ts";
import { investmentOperations } from "#domains/projects/contract/investment-operations.ts";
import { mapOperations } from "#domains/projects/contract/map-operations.ts";
import { conflictOperations } from "#domains/projects/contract/register-conflict.ts";
import { registerOperations } from "#domains/projects/contract/register-operations.ts";
import { statedCompletionOperations } from "#domains/projects/contract/stated-completion.ts";
import { supervisionOperations } from "#domains/projects/contract/supervision-operations.ts";
import { taskForceOperations } from "#domains/projects/contract/task-force-operations.ts";
import { callOf, createClient } from "#kernel/client.ts";
import { send, sendWithFiles } from "#ui/transport.ts";

export const register = createClient(registerOperations, send);
export const investment = createClient(investmentOperations, send);
export const colours = createClient(colourOperations, send);
export const supervision = createClient(supervisionOperations, send);
export const handover = createClient(handoverOperations, send);
export const taskForces = createClient(taskForceOperations, send);
export const course = createClient(courseOperations, send);
export const zoneMap = createClient(mapOperations, send);
export const feeds = createClient(feedOperations, send);

export const ganttExportAddress = (filter: Parameters<typeof course.exportGantt>[0]): string =>
  callOf(courseOperations.exportGantt, filter).url;

export async function uploadGeography(layer: GeographyLayer, file: File) {
  const operation = mapOperations.uploadGeography;
  return operation.output.parse(await sendWithFiles(callOf(operation, { layer }), [file]));
}
export const conflicts = createClient(conflictOperations, send);
export const completions = createClient(statedCompletionOperations, send);
