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
        return await db.connection().execute(async (connection) => {
          const tx = connection as Tx;
          const unit: Unit = { actor, clock, lines: [], readOnly };
          units.set(tx, unit);
          try {
            await begin(tx, actor, readOnly);
            const result = await work(tx);
            if (unit.lines.length > 0) await writeJournal(tx, { actor, origin: options.origin ?? "" }, unit.lines);
            await sql`commit`.execute(tx);
            return result;
          } catch (error) {
            // A connection that is gone takes its transaction with it; what went wrong first is what is told.
            await sql`rollback`.execute(tx).catch(() => {});
            throw error;
          }
        });
      } catch (error) {
        throw explainDatabaseError(error);
      }
    },
  };
}

/** The transaction and whose it is, in one message to the database: it is what every operation begins with. */
async function begin(tx: Tx, actor: Actor, readOnly: boolean): Promise<void> {
  const settings = {
    role: actor.id === ANONYMOUS_ID ? "yuanshu_anonymous" : "yuanshu_application",
    "app.zone": actor.zoneId,
    "app.actor": actor.id,
    "app.role": actor.role,
    "app.enterprise": actor.enterpriseId ?? (UNBOUND.includes(actor.role) ? "" : NO_ENTERPRISE),
    "app.department": actor.departmentId ?? "",
  };
  const set = Object.entries(settings).map(([name, value]) => sql`set_config(${sql.lit(name)}, ${sql.lit(value)}, true)`);
  await sql`start transaction ${sql.raw(readOnly ? "read only" : "read write")}; select ${sql.join(set)}`.execute(tx);
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
