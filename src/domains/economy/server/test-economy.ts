import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { economyGrants } from "#domains/economy/rules/report-card-policy.ts";
import type { EconomyHandlers } from "#domains/economy/server/draft-report-card.ts";
import { economyPlugin } from "#domains/economy/server/plugin.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Actor } from "#kernel/policy.ts";
import type { Role } from "#kernel/role.ts";
import { anonymous, permissionsByRole } from "#kernel/server/access.ts";
import type { NewObservation } from "#kernel/server/fact-shapes.ts";
import { decideFacts, observeFacts } from "#kernel/server/facts.ts";
import { createFolderStore } from "#kernel/server/files.ts";
import type { SessionDoor, UploadedFile } from "#kernel/server/operation-context.ts";
import { createPlatform, type Platform } from "#kernel/server/platform.ts";
import { createTestDatabase, type TestDatabase } from "#kernel/server/test-database.ts";
import type { Language } from "#kernel/texts.ts";

type Name = keyof EconomyHandlers;
type Given<N extends Name> = Partial<Parameters<EconomyHandlers[N]>[0]>;
type Reply<N extends Name> = Awaited<ReturnType<EconomyHandlers[N]>>;

export type TestEconomy = {
  readonly database: TestDatabase;
  readonly platform: Platform;
  readonly store: ReturnType<typeof createFolderStore>;
  /** A person with exactly the permissions of a role. */
  person(role: Role, zoneId?: string): Actor;
  readonly public: Actor;
  /** Runs an operation as a face would: validated, authorised, in one transaction. */
  call<N extends Name>(
    actor: Actor,
    name: N,
    input: Given<N>,
    more?: { readonly files?: readonly UploadedFile[]; readonly language?: Language; readonly today?: LocalDate },
  ): Promise<Reply<N>>;
  /** Accepted facts out of a stored document. */
  accept(
    actor: Actor,
    title: string,
    published: string,
    facts: readonly Omit<NewObservation, "origin" | "evidence">[],
  ): Promise<readonly string[]>;
  /** The clock of the server. */
  at(instant: string): void;
};

export async function createTestEconomy(): Promise<TestEconomy> {
  const database = await createTestDatabase();
  let now = new Date("2020-08-02T01:00:00.000Z");
  const store = createFolderStore(join(database.dataDir, "files"));
  const platform = createPlatform({ plugins: [economyPlugin], unitOfWork: database.uow, store, clock: () => now });
  const permissions = permissionsByRole([economyGrants]);
  const text = "x".repeat(4000);
  return {
    database,
    platform,
    store,
    public: anonymous(database.zoneId),
    person: (role, zoneId) =>
      database.actor(role, { id: randomUUID(), permissions: permissions[role], ...(zoneId === undefined ? {} : { zoneId }) }),
    call: async (actor, name, input, { files = [], language = "zh", today } = {}) => {
      const mounted = platform.operations.find((operation) => operation.name === name);
      if (!mounted) throw new Error(`no operation ${name}`);
      const caller = { actor, businessDate: today ?? null, language, from: "test", sessions: {} as SessionDoor, files };
      return (await platform.execute(mounted, input, caller)) as never;
    },
    accept: (actor, title, published, facts) =>
      database.uow.run(actor, {}, async (tx) => {
        const documentId = randomUUID();
        const hash = randomUUID().replaceAll("-", "").padEnd(64, "0");
        await tx.insertInto("file").values({ zone_id: actor.zoneId, hash, size: 1, mime: "text/plain", created_by: actor.id }).execute();
        await tx
          .insertInto("document")
          .values({
            zone_id: actor.zoneId,
            id: documentId,
            title,
            name: `${title}.txt`,
            origin: "upload",
            mime: "text/plain",
            file_hash: hash,
            published,
            received_by: actor.id,
          })
          .execute();
        await tx
          .insertInto("document_text")
          .values({ zone_id: actor.zoneId, document_id: documentId, original: text, articles: "[]", cuts: "[]" })
          .execute();
        const ids = await observeFacts(
          tx,
          facts.map((fact, place) => ({
            region: "重庆高新区",
            period: "2020H1",
            basis: "cumulative",
            ...fact,
            origin: "document",
            originId: documentId,
            evidence: [{ quote: `${fact.indicator}${fact.value}${fact.unit}`, start: place * 100, end: place * 100 + 20 }],
          })),
        );
        await decideFacts(
          tx,
          ids.map((observationId) => ({ observationId, decision: "accept" })),
        );
        return ids;
      }),
    at: (instant) => {
      now = new Date(instant);
    },
  };
}

/** What the newspaper said of the first half of 2020. */
export const firstHalf: readonly Omit<NewObservation, "origin" | "evidence">[] = [
  { indicator: "地区生产总值增速", code: "gdp", value: "4.7", unit: "%", yoyPct: "4.7" },
  { indicator: "出口总额", code: "exports", value: "881.7", unit: "亿元", yoyPct: "5.5" },
  { indicator: "进口总额", code: "imports", value: "462.1", unit: "亿元", yoyPct: "17.9" },
  { indicator: "外贸进出口绝对额占全市比重", value: "48.7", unit: "%" },
  { indicator: "固定资产投资增速", code: "fixed-investment", value: "15.9", unit: "%", yoyPct: "15.9" },
  { indicator: "地区生产总值增速", code: "gdp", value: "4.8", unit: "%", yoyPct: "4.8", region: "两江新区" },
];
