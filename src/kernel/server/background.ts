import type { Actor } from "#kernel/policy.ts";
import type { Tx } from "#kernel/server/database.ts";
import type { FileStore } from "#kernel/server/files.ts";
import type { SecretBoxes } from "#kernel/server/secret-box.ts";

export type JobProgress = {
  /** Where to continue after a break; given to the handler again as `job.cursor`. */
  readonly cursor?: unknown;
  readonly done?: number;
  readonly total?: number;
  readonly message?: string;
};

/** A job while it runs. It may be broken off at any place and started again: what `step` did is done, and its cursor says how far. */
export type RunningJob = {
  readonly id: string;
  readonly kind: string;
  readonly payload: unknown;
  /** Whoever asked for it; its transactions have that actor's zone and rights. */
  readonly actor: Actor;
  readonly cursor: unknown;
  readonly done: number;
  readonly attempt: number;
  readonly store: FileStore;
  readonly secretBox: SecretBoxes;
  /** Aborted when somebody cancels or the server closes; `step` and `read` check it by themselves. */
  readonly signal: AbortSignal;
  /** One transaction of work, with its progress in the same transaction. */
  step(work: (tx: Tx) => Promise<JobProgress>): Promise<void>;
  read<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
};

/** Does the work of one kind of job; what it returns is kept as the job's result. An AppError ends it with that sentence, other errors are retried. */
export type JobHandler = (job: RunningJob) => Promise<unknown>;

export type DeliveredEvent = {
  readonly id: string;
  readonly kind: string;
  readonly payload: unknown;
  readonly zoneId: string;
  readonly at: string;
  /** Who caused it. The subscriber itself works as the platform. */
  readonly actor: Actor;
};

/** Of a subscriber that hears of everything, such as the one that tells other systems. */
export const EVERY_KIND = "*";

/**
 * Reacts to one kind of event, in a transaction of the event's zone that also remembers the delivery: once, however often it is tried.
 * `everyZone`: what happened concerns the whole platform, and it is told in every zone, each in a transaction of its own.
 */
export type EventSubscriber = {
  readonly kind: string;
  readonly everyZone?: true;
  readonly handle: (event: DeliveredEvent, tx: Tx) => Promise<void>;
};

export type StoredActor = Omit<Actor, "permissions"> & { readonly permissions: readonly string[] };
export const storeActor = (actor: Actor): string => JSON.stringify({ ...actor, permissions: [...actor.permissions] } satisfies StoredActor);
export const restoreActor = (stored: unknown): Actor => {
  const actor = stored as StoredActor;
  return { ...actor, permissions: new Set(actor.permissions) };
};

/** Reactions to events belong to nobody in particular. */
export const platformActor = (zoneId: string): Actor => ({
  id: "platform",
  name: "园枢",
  zoneId,
  role: "system_administrator",
  permissions: new Set(),
  enterpriseId: null,
  departmentId: null,
});
