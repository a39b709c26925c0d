import pg from "pg";
import { LOGINS, type Passwords } from "#kernel/server/postgres-cluster.ts";

/** What a login may do comes from these groups, to which the migrations grant; a server of one's own has them too (db/roles.sql). */
export const GROUPS = ["yuanshu_application", "yuanshu_sign_in", "yuanshu_worker", "yuanshu_anonymous"] as const;

const MEMBERS: Readonly<Record<"app" | "signIn" | "worker", readonly (typeof GROUPS)[number][]>> = {
  app: ["yuanshu_application", "yuanshu_anonymous"],
  signIn: ["yuanshu_sign_in"],
  worker: ["yuanshu_worker", "yuanshu_application"],
};

/** Logins and database of a new embedded cluster. The database comes last: where it exists, all exists. */
export async function prepareLogins(adminUrl: string, database: string, passwords: Passwords): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrl });
  admin.on("error", () => {});
  await admin.connect();
  try {
    await admin.query("select pg_advisory_lock(hashtext('yuanshu logins'))");
    const done = await admin.query("select 1 from pg_database where datname = $1", [database]);
    if (done.rowCount) return;
    const existing = new Set((await admin.query<{ rolname: string }>("select rolname from pg_roles")).rows.map((row) => row.rolname));
    for (const group of GROUPS) if (!existing.has(group)) await admin.query(`create role ${group} nologin`);
    for (const login of ["owner", "app", "signIn", "worker"] as const) {
      if (!existing.has(LOGINS[login]))
        await admin.query(`create role ${LOGINS[login]} login password ${pg.escapeLiteral(passwords[login])}`);
    }
    for (const login of ["app", "signIn", "worker"] as const) await admin.query(`grant ${MEMBERS[login].join(", ")} to ${LOGINS[login]}`);
    await admin.query(`create database ${database} owner ${LOGINS.owner}`);
  } finally {
    await admin.end();
  }
}
