import type { z } from "zod";
import { projectErrorTexts } from "#domains/projects/contract/project-texts.ts";
import { AppError } from "#kernel/app-error.ts";
import { sayProblems } from "#kernel/input-problems.ts";
import type { DeliveredEvent } from "#kernel/server/background.ts";
import type { Tx } from "#kernel/server/database.ts";
import { emitEvent } from "#kernel/server/outbox.ts";
import { appendToJournal } from "#kernel/server/unit-of-work.ts";

/** The content of another domain's event; undefined, and told back, when it is not what was agreed. */
export async function readPayload<Shape extends z.ZodType>(
  tx: Tx,
  event: DeliveredEvent,
  shape: Shape,
): Promise<z.output<Shape> | undefined> {
  const read = shape.safeParse(event.payload);
  if (read.success) return read.data;
  const problem = sayProblems(read.error, "zh", projectErrorTexts).slice(0, 500);
  await tellRefused(tx, event, new AppError("projects.event-malformed", "invalid", { event: event.kind, problem }));
  return undefined;
}

/** An event that cannot be followed is not delivered for ever: the journal says why, and so does an event of our own, for whoever sent it. */
export async function tellRefused(tx: Tx, event: DeliveredEvent, { code, params }: AppError): Promise<void> {
  appendToJournal(tx, { operation: "projects.event-refused", subject: `event:${event.id}`, after: { kind: event.kind, code, params } });
  await emitEvent(tx, "projects.event-refused", { event: event.id, kind: event.kind, code, params });
}
