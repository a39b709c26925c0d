import { sql } from "kysely";
import { type DigestRow, type journalOperations, KeptDigests } from "#domains/system/contract/journal-operations.ts";
import { digestPolicy } from "#domains/system/rules/system-policy.ts";
import { sayFinding } from "#domains/system/server/verify-journal.ts";
import { AppError } from "#kernel/app-error.ts";
import type { HandlersOf, InputOf } from "#kernel/contract.ts";
import type { Instant } from "#kernel/local-date.ts";
import { abilitiesOf } from "#kernel/policy.ts";
import type { RunningJob } from "#kernel/server/background.ts";
import {
  digestStatement,
  type JournalDigest,
  type JournalKey,
  listDigests as listDigestRows,
  listKeys,
  rotateKey,
  signDigest,
} from "#kernel/server/journal-digest.ts";
import type { OperationContext } from "#kernel/server/operation-context.ts";
import type { ChainFinding } from "#kernel/server/read-chain.ts";
import { checkKeys, checkSignatures } from "#kernel/server/verify-digests.ts";

type Handlers = HandlersOf<typeof journalOperations, OperationContext>;
/** Platform default of handbook §16; the law asks for six months at least, which the database holds to by itself. */
export const MONTHS_KEPT = 12;

const viewOf = (digest: JournalDigest): DigestRow => ({ ...digest, signedAt: digest.signedAt as Instant });
const keyView = (key: JournalKey) => ({ ...key, createdAt: key.createdAt as Instant });

export const listDigests: Handlers["listDigests"] = async ({ cursor, limit }, { tx, actor }) => {
  const before = cursor === undefined ? undefined : Number(cursor);
  if (before !== undefined && !Number.isSafeInteger(before)) throw new AppError("database.bad-value", "invalid");
  const rows = await listDigestRows(tx, actor.zoneId, before, limit + 1);
  const page = rows.slice(0, limit).map(viewOf);
  const head = await tx.selectFrom("journal_head").select("sequence").where("zone_id", "=", actor.zoneId).executeTakeFirst();
  return {
    items: page,
    next: rows.length > limit ? String(page.at(-1)?.number) : null,
    total: null,
    keys: (await listKeys(tx, actor.zoneId)).map(keyView),
    lastEntry: Number(head?.sequence ?? 0),
    abilities: abilitiesOf(digestPolicy, actor, {}),
  };
};

export const downloadDigests: Handlers["downloadDigests"] = async (_, { tx, actor, today }) => {
  const zone = await tx.selectFrom("zone").select(["id", "slug", "name"]).where("id", "=", actor.zoneId).executeTakeFirstOrThrow();
  const kept: KeptDigests = {
    format: "yuanshu-digests-1",
    zone,
    keys: (await listKeys(tx, actor.zoneId)).map(keyView),
    digests: (await listDigestRows(tx, actor.zoneId)).reverse().map(viewOf),
  };
  return {
    name: `${zone.slug}-digests-${today}.json`,
    mime: "application/json",
    bytes: new TextEncoder().encode(`${JSON.stringify(kept, null, 1)}\n`),
  };
};

export const signJournal: Handlers["signJournal"] = async (_, context) => {
  const digest = await signDigest(context.tx, context.secretBox, "now");
  if (!digest) throw new Error("A digest up to now is always signed");
  return viewOf(digest);
};

export const rotateJournalKey: Handlers["rotateJournalKey"] = async ({ suite, reason }, context) => {
  const before = (await listKeys(context.tx, context.actor.zoneId)).at(-1);
  const key = await rotateKey(context.tx, context.secretBox, suite);
  context.journal({
    subject: `journal-key:${key.id}`,
    before: before && { key: before.id, suite: before.suite },
    after: { key: key.id, suite: key.suite, publicKey: key.publicKey },
    detail: { reason },
  });
  return keyView(key);
};

/** What was kept elsewhere against what is here now: the one thing that somebody who holds both database and secret cannot forge. */
export const compareDigests: Handlers["compareDigests"] = async (_, context) => {
  const kept = readKept(context);
  const { zoneId } = context.actor;
  if (kept.zone.id !== zoneId) throw new AppError("digests.other-zone", "invalid", { zone: kept.zone.name });
  const keys = await listKeys(context.tx, zoneId);
  const digests = new Map((await listDigestRows(context.tx, zoneId)).map((digest) => [digest.number, digest]));
  // The file has to stand by itself first: a file that was changed proves nothing against the database.
  if (checkKeys(zoneId, kept.keys).length + checkSignatures(zoneId, kept.keys, kept.digests).length > 0)
    throw new AppError("digests.file-changed", "invalid");
  const findings: ChainFinding[] = [];
  for (const key of kept.keys)
    if (keys.find(({ id }) => id === key.id)?.publicKey !== key.publicKey)
      findings.push({ kind: "digest", sequence: null, code: "journal.kept-key", params: { key: key.id } });
  for (const one of kept.digests) {
    const { number, firstEntry: from, lastEntry: to } = one;
    const here = digests.get(number);
    if (here && digestStatement(zoneId, here) === digestStatement(zoneId, one)) continue;
    const code = here ? "journal.kept-differs" : "journal.kept-missing";
    findings.push({ kind: "digest", sequence: from, code, params: { number, from, to } });
  }
  context.journal({
    subject: `journal-digest:${kept.digests.at(-1)?.number ?? 0}`,
    after: { compared: kept.digests.length, findings: findings.length },
  });
  return {
    ok: findings.length === 0,
    compared: kept.digests.length,
    findings: findings.map(({ kind, sequence, code, params }) => ({
      chain: kept.zone.slug,
      sequence,
      kind,
      detail: sayFinding(code, params),
    })),
  };
};

function readKept({ files }: OperationContext): KeptDigests {
  try {
    return KeptDigests.parse(JSON.parse(new TextDecoder().decode(files[0]?.bytes)));
  } catch {
    throw new AppError("digests.not-a-file", "invalid");
  }
}

export async function cutJournal({ digest, reason }: InputOf<(typeof journalOperations)["cutJournal"]>, context: OperationContext) {
  const { tx, actor } = context;
  const found = (await listDigestRows(tx, actor.zoneId, digest + 1, 1))[0];
  if (found?.number !== digest) throw new AppError("record.not-found", "not-found");
  const { rows } = await sql<{ gone: string | null }>`select journal_cut_segment(${digest}, ${MONTHS_KEPT}) gone`.execute(tx);
  const gone = rows[0]?.gone;
  if (gone === null || gone === undefined)
    throw new AppError("digests.too-young", "conflict", { months: MONTHS_KEPT, signed: found.signedAt.slice(0, 10) });
  context.journal({
    subject: `journal-digest:${digest}`,
    after: { removed: Number(gone), upTo: found.lastEntry, lastHash: found.lastHash },
    detail: { reason },
  });
  return { removed: Number(gone), upTo: found.lastEntry };
}

/** Each night, for each chain: everything up to midnight. A night on which no server ran is made up for by the next. */
export async function signJournalDaily(job: RunningJob): Promise<void> {
  await job.step(async (tx) => {
    await signDigest(tx, job.secretBox, "yesterday");
    return { done: 1, total: 1 };
  });
}
