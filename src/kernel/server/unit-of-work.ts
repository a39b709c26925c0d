import { type Kysely, sql } from "kysely";
import type { Actor } from "#kernel/policy.ts";
import { COMMITTEE_ROLES } from "#kernel/role.ts";
import { ANONYMOUS_ID } from "#kernel/server/access.ts";
import type { DB, Tx } from "#kernel/server/database.ts";
import { explainDatabaseError } from "#kernel/server/database-errors.ts";
import { type JournalLine, type PendingLine, writeJournal } from "#kernel/server/journal.ts";

export type UnitOptions = {
  readonly readOnly?: boolean;
  /** From where: address of the caller, or `local` for the command line. Stands in the journal. */
  readonly origin?: string;
};

export type UnitOfWork = {
  /**
   * One transaction in the actor's zone and with the actor's rights. What `work` told the journal is appended last, with the zone's head
   * locked last; then all commits or nothing. An anonymous actor reads published copies only, by right of the database.
   * @throws AppError for what the database refuses understandably: foreign rows, duplicates, lost connection.
   */
  run<T>(actor: Actor, options: UnitOptions, work: (tx: Tx) => Promise<T>): Promise<T>;
};

type Unit = { readonly actor: Actor; readonly clock: () => Date; readonly lines: PendingLine[]; readonly readOnly: boolean };
const units = new WeakMap<Tx, Unit>();

/** The roles that see the rows of the whole zone. Everybody else is bound to an enterprise; to none when they have none. */
const UNBOUND: readonly string[] = [
  ...COMMITTEE_ROLES,
  "system_administrator",
  "security_administrator",
  "audit_administrator",
  "anonymous",
];
const NO_ENTERPRISE = "ffffffff-ffff-ffff-ffff-ffffffffffff";

export function createUnitOfWork(db: Kysely<DB>, clock: () => Date = () => new Date()): UnitOfWork {
  return {
    run: async (actor, options, work) => {
      const readOnly = (options.readOnly ?? false) || actor.id === ANONYMOUS_ID;
      try {
        const transaction = readOnly ? db.transaction().setAccessMode("read only") : db.transaction();
        return await transaction.execute(async (tx) => {
          const unit: Unit = { actor, clock, lines: [], readOnly };
          units.set(tx, unit);
          await bind(tx, actor);
          const result = await work(tx);
          if (unit.lines.length > 0) await writeJournal(tx, { actor, origin: options.origin ?? "" }, unit.lines);
          return result;
        });
      } catch (error) {
        throw explainDatabaseError(error);
      }
    },
  };
}

async function bind(tx: Tx, actor: Actor): Promise<void> {
  const group = actor.id === ANONYMOUS_ID ? "yuanshu_anonymous" : "yuanshu_application";
  const enterprise = actor.enterpriseId ?? (UNBOUND.includes(actor.role) ? "" : NO_ENTERPRISE);
  await sql`select set_config('role', ${group}, true), set_config('app.zone', ${actor.zoneId}, true), set_config('app.actor', ${actor.id}, true),
    set_config('app.role', ${actor.role}, true), set_config('app.enterprise', ${enterprise}, true),
    set_config('app.department', ${actor.departmentId ?? ""}, true)`.execute(tx);
}

function unitOf(tx: Tx): Unit {
  const unit = units.get(tx);
  if (!unit) throw new Error("This transaction does not belong to a unit of work");
  return unit;
}

/** Remembers a line for the journal; it is written when the work is done, so call it as early or late as it reads best. */
export function appendToJournal(tx: Tx, line: JournalLine): void {
  const unit = unitOf(tx);
  if (unit.readOnly) throw new Error(`A read-only unit of work cannot be journalled: ${line.operation}`);
  unit.lines.push({ ...line, at: unit.clock().toISOString() });
}

/** Whether the journal was told anything yet. */
export const isJournalled = (tx: Tx): boolean => unitOf(tx).lines.length > 0;

/**
 * Whether a query may be answered from what another query of the zone was told: it writes nothing itself, and its actor sees all officers' rows.
 */
export const mayShare = (tx: Tx): boolean => {
  const { actor, readOnly } = unitOf(tx);
  return readOnly && actor.id !== ANONYMOUS_ID && actor.enterpriseId === null && UNBOUND.includes(actor.role);
};

/** Who works in this transaction. */
export const actorOf = (tx: Tx): Actor => unitOf(tx).actor;
/** The server's time of recording, never a time of the subject matter. */
export const recordedAt = (tx: Tx): string => unitOf(tx).clock().toISOString();
