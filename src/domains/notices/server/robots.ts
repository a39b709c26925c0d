import { sql } from "kysely";
import { v7 } from "uuid";
import { RobotKind, type RobotRow } from "#domains/notices/contract/notice-operations.ts";
import type { NoticeHandlers } from "#domains/notices/server/list-notices.ts";
import { ROBOT } from "#domains/notices/server/notice-store.ts";
import { SEALED_ROBOT } from "#domains/notices/server/send-notices.ts";
import { AppError } from "#kernel/app-error.ts";
import type { Instant } from "#kernel/local-date.ts";
import type { OperationContext } from "#kernel/server/operation-context.ts";
import { enqueueOutgoing } from "#kernel/server/outgoing.ts";

type Row = {
  id: string;
  name: string;
  kind: string;
  address_sealed: string;
  signed: boolean;
  created_at: string;
  delivered: number;
  failed: number;
  last_failure: string | null;
};

async function readRobots({ tx, actor, secretBox }: OperationContext): Promise<RobotRow[]> {
  const { rows } = await sql<Row>`
    select robot.id, robot.name, robot.kind, robot.address_sealed, robot.secret_sealed is not null signed, robot.created_at,
      count(*) filter (where sent.state = 'delivered')::int delivered, count(*) filter (where sent.state = 'failed')::int failed,
      (array_agg(sent.failure order by sent.id desc) filter (where sent.failure is not null))[1] last_failure
    from notice_robot robot
      left join outgoing sent on sent.zone_id = robot.zone_id and sent.channel = ${ROBOT} and sent.target = robot.id::text
        and sent.created_at > now() - interval '7 days'
    where robot.zone_id = ${actor.zoneId}::uuid and robot.removed_at is null
    group by robot.zone_id, robot.id order by robot.name`.execute(tx);
  const box = secretBox(SEALED_ROBOT);
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    kind: RobotKind.parse(row.kind),
    host: URL.parse(box.open(row.address_sealed) ?? "")?.host ?? "–",
    signed: row.signed,
    createdAt: row.created_at as Instant,
    delivered: row.delivered,
    failed: row.failed,
    lastFailure: row.last_failure,
  }));
}

async function getRobot(id: string, context: OperationContext): Promise<RobotRow> {
  const found = (await readRobots(context)).find((row) => row.id === id);
  if (found === undefined) throw new AppError("record.not-found", "not-found");
  return found;
}

export const listRobots: NoticeHandlers["listRobots"] = async (_, context) => ({ items: await readRobots(context) });

/** The address of a robot opens its group to whoever has it: it is sealed, and only its host is shown again. */
export const addRobot: NoticeHandlers["addRobot"] = async ({ name, kind, address, secret }, context) => {
  const { tx, actor, now } = context;
  await context.checkOutside(address);
  if ((await readRobots(context)).some((one) => one.name === name)) throw new AppError("notices.robot-taken", "conflict", { name });
  const box = context.secretBox(SEALED_ROBOT);
  const id = v7();
  await tx
    .insertInto("notice_robot")
    .values({
      zone_id: actor.zoneId,
      id,
      name,
      kind,
      address_sealed: box.seal(address),
      secret_sealed: secret ? box.seal(secret) : null,
      created_at: now,
      created_by: actor.id,
    })
    .execute();
  context.journal({ subject: `notice-robot:${id}`, after: { name, kind, host: URL.parse(address)?.host, signed: Boolean(secret) } });
  return getRobot(id, context);
};

export const removeRobot: NoticeHandlers["removeRobot"] = async ({ robotId }, context) => {
  const { tx, actor, now } = context;
  const before = await getRobot(robotId, context);
  await tx.updateTable("notice_robot").set({ removed_at: now }).where("zone_id", "=", actor.zoneId).where("id", "=", robotId).execute();
  context.journal({ subject: `notice-robot:${robotId}`, before: { name: before.name, kind: before.kind }, after: { removed: true } });
  return { removed: true };
};

export const testRobot: NoticeHandlers["testRobot"] = async ({ robotId }, context) => {
  await getRobot(robotId, context);
  await enqueueOutgoing(context.tx, { channel: ROBOT, target: robotId, dedup: `test ${v7()}`, content: { noticeId: null } });
  context.journal({ subject: `notice-robot:${robotId}`, after: { tested: true } });
  return { queued: true };
};
