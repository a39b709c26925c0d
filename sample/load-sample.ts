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
import type { SampleUser, SampleWorld } from "./step.ts";
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
    for (let next = typeof job.cursor === "number" ? job.cursor : 0; next < total; next += 1) {
      const step = SAMPLE_PLAN[next];
      if (!step || job.signal.aborted) break;
      const input = await step.input(world);
      if (input !== undefined) {
        const files = await step.files?.();
        const output = await onlyOnce(() =>
          execute(step.as, step.operation, input, {
            idempotencyKey: `sample-${next}`,
            ...(step.on ? { businessDate: step.on } : {}),
            ...(files ? { files } : {}),
          }),
        );
        if (step.settle) await settle(stage, output, job.signal);
      }
      await job.step(async () => ({ cursor: next + 1, done: next + 1, total, message: step.name }));
    }
    return { steps: total };
  };

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
