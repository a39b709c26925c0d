import { setTimeout as wait } from "node:timers/promises";
import { AppError } from "#kernel/app-error.ts";
import type { Actor } from "#kernel/policy.ts";
import type { Role } from "#kernel/role.ts";
import { localAdministrator } from "#kernel/server/access.ts";
import type { JobHandler } from "#kernel/server/background.ts";
import type { SessionDoor } from "#kernel/server/operation-context.ts";
import type { Caller, Platform } from "#kernel/server/platform.ts";
import type { SignIn } from "#kernel/server/sign-in.ts";
import type { UnitOfWork } from "#kernel/server/unit-of-work.ts";
import { SAMPLE_PLAN } from "./plan.ts";
import type { SampleStep, SampleUser, SampleWorld } from "./step.ts";
import { SAMPLE_ZONE } from "./zone.ts";

type Stage = { readonly platform: Platform; readonly unitOfWork: UnitOfWork; readonly signIn: SignIn };

/**
 * Loads the sample through the operations, as the users who would do it: nothing is written past them.
 * A broken-off loading goes on at its step; a step that was taken already finds nothing to do, or its own result under its key.
 */
export const loadSample =
  (stage: Stage): JobHandler =>
  async (job) => {
    const actors = await findActors(stage);
    const execute = async (as: SampleUser, operation: string, input: unknown, more: Partial<Caller> = {}): Promise<unknown> => {
      const mounted = stage.platform.operations.find((one) => `${one.domain}.${one.name}` === operation);
      const actor = actors.get(as);
      if (!mounted || !actor) throw new Error(`The sample's plan names ${operation} as ${as}, which is not there`);
      return stage.platform.execute(mounted, input, { ...callerOf(actor, stage), ...more });
    };
    const world: SampleWorld = { ask: (as, operation, input) => execute(as, operation, input) as never };
    const total = SAMPLE_PLAN.length;
    const take = async (next: number): Promise<void> => {
      const step = SAMPLE_PLAN[next];
      const input = await step?.input(world);
      if (step === undefined || input === undefined) return;
      const files = await step.files?.();
      const output = await onlyOnce(() =>
        execute(step.as, step.operation, input, {
          idempotencyKey: `sample-${next}`,
          ...(step.on ? { businessDate: step.on } : {}),
          ...(files ? { files } : {}),
        }),
      );
      if (step.settle) await settle(stage, output, job.signal);
    };
    let next = typeof job.cursor === "number" ? job.cursor : 0;
    while (next < total && !job.signal.aborted) {
      const lanes = lanesFrom(next);
      if (lanes.length === 0) {
        await take(next);
        next += 1;
      } else {
        const from = next;
        await takeLanes(lanes, take, (done, at) =>
          job.step(async () => ({ cursor: from, done: from + done, total, message: SAMPLE_PLAN[at]?.name ?? "" })),
        );
        next += lanes.flat().length;
      }
      if (job.signal.aborted) break;
      await job.step(async () => ({ cursor: next, done: next, total, message: SAMPLE_PLAN[next - 1]?.name ?? "" }));
    }
    return { steps: total };
  };

/** The places of the steps from here on that have a lane, lane by lane; none where the step here has none. */
export function lanesFrom(next: number, plan: readonly Pick<SampleStep, "lane">[] = SAMPLE_PLAN): readonly (readonly number[])[] {
  const end = plan.findIndex((step, place) => place >= next && step.lane === undefined);
  const places = Array.from({ length: (end < 0 ? plan.length : end) - next }, (_, place) => next + place);
  return [...Map.groupBy(places, (place) => plan[place]?.lane).values()];
}

/** A command waits for the database as long as it computes: with so many at once neither stands still on two cores. */
const AT_ONCE = 3;
const TOLD_EVERY = 10;

/** Broken off, the lanes are begun again from the front: what was done is found there. */
async function takeLanes(
  lanes: readonly (readonly number[])[],
  take: (place: number) => Promise<void>,
  tell: (done: number, place: number) => Promise<void>,
): Promise<void> {
  const waiting = [...lanes];
  let done = 0;
  let broken: { readonly error: unknown } | undefined;
  let telling = Promise.resolve();
  const work = async (): Promise<void> => {
    for (let lane = waiting.shift(); lane !== undefined; lane = waiting.shift())
      for (const place of lane) {
        if (broken !== undefined) return;
        await take(place);
        done += 1;
        if (done % TOLD_EVERY !== 0) continue;
        telling = telling.then(() => tell(done, place));
        await telling;
      }
  };
  await Promise.all(
    Array.from({ length: AT_ONCE }, () =>
      work().catch((error: unknown) => {
        broken ??= { error };
      }),
    ),
  );
  if (broken !== undefined) throw broken.error;
}

/** The step was taken before the break, when the world looked otherwise: its result stands. */
async function onlyOnce(work: () => Promise<unknown>): Promise<unknown> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof AppError && error.code === "idempotency.other-body") return undefined;
    throw error;
  }
}

const callerOf = (actor: Actor, { platform, signIn }: Stage): Caller => {
  const sessions: SessionDoor = {
    signIn,
    permissions: platform.permissions,
    session: undefined,
    halfway: undefined,
    cookie: undefined,
    device: null,
    demoAccounts: [],
    setCookie: () => {},
  };
  return { actor, businessDate: SAMPLE_ZONE.businessDate, language: "zh", from: "sample", sessions };
};

async function findActors({ unitOfWork, platform }: Stage): Promise<ReadonlyMap<string, Actor>> {
  const rows = await unitOfWork.run(localAdministrator(SAMPLE_ZONE.id, platform.permissions), { readOnly: true }, (tx) =>
    tx
      .selectFrom("membership as m")
      .innerJoin("person as p", (join) => join.onRef("p.zone_id", "=", "m.zone_id").onRef("p.id", "=", "m.person_id"))
      .select(["p.id", "p.username", "p.name", "m.role", "m.department_id", "m.enterprise_id"])
      .where("m.zone_id", "=", SAMPLE_ZONE.id)
      .where("m.revoked_at", "is", null)
      .execute(),
  );
  return new Map(
    rows.map((row) => {
      const role = row.role as Role;
      return [
        row.username,
        {
          id: row.id,
          name: row.name,
          zoneId: SAMPLE_ZONE.id,
          role,
          permissions: platform.permissions[role],
          departmentId: row.department_id,
          enterpriseId: row.enterprise_id,
        },
      ];
    }),
  );
}

/** Waits until the job that a step queued has ended; it runs beside this one. */
async function settle({ unitOfWork, platform }: Stage, output: unknown, signal: AbortSignal): Promise<void> {
  const jobId = (output as { jobId?: string | null } | undefined)?.jobId;
  if (!jobId) return;
  const reader = localAdministrator(SAMPLE_ZONE.id, platform.permissions);
  while (!signal.aborted) {
    const job = await unitOfWork.run(reader, { readOnly: true }, (tx) =>
      tx.selectFrom("job").select(["state", "message"]).where("id", "=", jobId).executeTakeFirst(),
    );
    if (!job || job.state === "done") return;
    if (job.state === "failed" || job.state === "cancelled")
      throw new Error(`A job of the sample ended as ${job.state}: ${job.message ?? ""}`);
    await wait(100);
  }
}
