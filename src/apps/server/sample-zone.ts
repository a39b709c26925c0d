import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import type { Runtime } from "#apps/runtime.ts";
import { serverTexts } from "#apps/server-texts.ts";
import { printLine } from "#apps/terminal.ts";
import { nameKey } from "#domains/registry/server/api.ts";
import { localAdministrator } from "#kernel/server/access.ts";
import { SYSTEM_ZONE_ID, type Tx } from "#kernel/server/database.ts";
import { enqueueJob } from "#kernel/server/jobs.ts";
import type { DemoAccount } from "#kernel/server/operation-context.ts";
import { appendToJournal } from "#kernel/server/unit-of-work.ts";
import { DEMO_PASSWORD, SAMPLE_DEPARTMENTS, SAMPLE_ENTERPRISE, SAMPLE_PEOPLE, SAMPLE_REGIONS, SAMPLE_ZONE } from "../../../sample/zone.ts";

export type Sample = { readonly zoneId: string; readonly password: string; readonly accounts: readonly DemoAccount[] };

const accounts: readonly DemoAccount[] = SAMPLE_PEOPLE.flatMap(({ username, name, memberships }) =>
  memberships[0] ? [{ username, name, password: DEMO_PASSWORD, role: memberships[0].role }] : [],
);
const MARK = "sample-zone";

/** Makes the sample zone once: its departments, people and accounts now, its documents and figures by a job. Removed once, it stays away. */
export async function ensureSample(runtime: Runtime): Promise<Sample | undefined> {
  const { unitOfWork, platform } = runtime;
  const system = localAdministrator(SYSTEM_ZONE_ID, platform.permissions);
  const state = await unitOfWork.run(system, { readOnly: true }, async (tx) => ({
    marked: await tx.selectFrom("setting").select("name").where("name", "=", MARK).executeTakeFirst(),
    zone: await tx.selectFrom("zone").select("id").where("id", "=", SAMPLE_ZONE.id).executeTakeFirst(),
  }));
  if (state.zone) await runtime.signIn.accounts.publish(accounts.map(({ username }) => username));
  if (state.zone) return { zoneId: SAMPLE_ZONE.id, password: DEMO_PASSWORD, accounts };
  if (state.marked) return undefined;
  const people = await registerPeople(runtime);
  await unitOfWork.run(localAdministrator(SAMPLE_ZONE.id, platform.permissions), { origin: "local" }, async (tx) => {
    await insertZone(tx, people);
    await enqueueJob(tx, { kind: "sample.load", title: { zh: "载入示范数据", en: "Load the sample" }, payload: {} });
    appendToJournal(tx, { operation: "sample.create", subject: `zone:${SAMPLE_ZONE.id}`, after: { slug: SAMPLE_ZONE.slug } });
  });
  await unitOfWork.run(system, { origin: "local" }, async (tx) => {
    await tx
      .insertInto("setting")
      .values({ zone_id: SYSTEM_ZONE_ID, name: MARK, value: JSON.stringify({ created: true }), changed_by: system.id })
      .execute();
  });
  return { zoneId: SAMPLE_ZONE.id, password: DEMO_PASSWORD, accounts };
}

/** Accounts left by a start that broke off are taken over. */
async function registerPeople({ signIn }: Runtime): Promise<ReadonlyMap<string, string>> {
  const registered = await Promise.all(
    SAMPLE_PEOPLE.map(
      async ({ username, name }) =>
        [
          username,
          (await signIn.findPersonId(username)) ?? (await signIn.register({ username, name, password: DEMO_PASSWORD, published: true })),
        ] as const,
    ),
  );
  return new Map(registered);
}

async function insertZone(tx: Tx, people: ReadonlyMap<string, string>): Promise<void> {
  const { id, slug, name, nameEn, region, businessDate } = SAMPLE_ZONE;
  await tx.insertInto("zone").values({ id, slug, name, name_en: nameEn, region, sample: true, business_date: businessDate }).execute();
  const departments = SAMPLE_DEPARTMENTS.map(([title, titleEn]) => ({ zone_id: id, id: randomUUID(), name: title, name_en: titleEn }));
  await tx.insertInto("department").values(departments).execute();
  await tx
    .insertInto("region")
    .values(SAMPLE_REGIONS.map((known) => ({ ...known, parents: [...known.parents], related: [...known.related], source: "sample" })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await tx
    .insertInto("enterprise")
    .values({
      id: SAMPLE_ENTERPRISE.id,
      identifier_kind: "provisional",
      identifier: SAMPLE_ENTERPRISE.identifier,
      name: SAMPLE_ENTERPRISE.name,
      name_key: nameKey(SAMPLE_ENTERPRISE.name),
      region,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const idOf = (username: string): string => people.get(username) ?? "";
  await tx
    .insertInto("person")
    .values(
      SAMPLE_PEOPLE.map((person) => ({
        zone_id: id,
        id: idOf(person.username),
        username: person.username,
        name: person.name,
        enterprise_id: person.memberships[0]?.enterprise ?? null,
      })),
    )
    .execute();
  const memberships = SAMPLE_PEOPLE.flatMap((person) =>
    person.memberships.map(({ role, department, enterprise }) => ({
      zone_id: id,
      id: randomUUID(),
      person_id: idOf(person.username),
      role,
      department_id: departments.find((candidate) => candidate.name === department)?.id ?? null,
      enterprise_id: enterprise ?? null,
      valid_from: "2024-01-01",
      granted_by: "local-administrator",
    })),
  );
  await tx.insertInto("membership").values(memberships).execute();
}

/** Says on the terminal how far the loading is, until it is done. */
export async function watchSample({ unitOfWork, platform }: Runtime, zoneId: string, stopped: () => boolean): Promise<void> {
  const reader = localAdministrator(zoneId, platform.permissions);
  let told = "";
  while (!stopped()) {
    const job = await unitOfWork
      .run(reader, { readOnly: true }, (tx) =>
        tx
          .selectFrom("job")
          .select(["state", "done", "total", "message"])
          .where("kind", "=", "sample.load")
          .orderBy("id", "desc")
          .executeTakeFirst(),
      )
      .catch(() => undefined);
    if (!job || job.state === "done" || job.state === "cancelled" || job.state === "failed") {
      if (told !== "" && job?.state === "done") printLine(serverTexts["server.sample-loaded"]);
      return;
    }
    const line = `${job.done}/${job.total ?? "?"}`;
    if (line !== told)
      printLine(serverTexts["server.sample-loading"], { done: job.done, total: job.total ?? "?", message: job.message ?? "" });
    told = line;
    await wait(1000);
  }
}
