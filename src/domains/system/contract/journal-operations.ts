import { z } from "zod";
import { defineOperations, FileReply, PageRequest, pageOf } from "#kernel/contract.ts";
import { Instant, LocalDate } from "#kernel/local-date.ts";
import { Abilities } from "#kernel/policy.ts";
import { Role } from "#kernel/role.ts";

export const JournalEntry = z.object({
  sequence: z.number().int(),
  at: Instant,
  actor: z.string(),
  actorName: z.string(),
  /** Who lent the role that was acted in; null where it was one's own. */
  onBehalfOf: z.object({ id: z.string(), name: z.string() }).nullable(),
  role: z.string(),
  from: z.string().nullable(),
  operation: z.string(),
  subject: z.string().nullable(),
  before: z.unknown(),
  after: z.unknown(),
  /** How many things a bulk command changed; their lines stand under the entry. */
  items: z.number().int(),
  /** Something personal stands beside the entry, or stood there until it was erased. */
  personal: z.enum(["none", "kept", "erased"]),
  hash: z.string(),
});
export type JournalEntry = z.infer<typeof JournalEntry>;

export const JournalFinding = z.object({
  chain: z.string(),
  sequence: z.number().int().nullable(),
  kind: z.enum(["edited", "missing", "reordered", "head", "foreign", "digest"]),
  detail: z.object({ zh: z.string(), en: z.string() }),
});
export const JournalReport = z.object({
  ok: z.boolean(),
  chains: z.array(
    z.object({
      chain: z.string(),
      entries: z.number().int(),
      lastHash: z.string().nullable(),
      digests: z.number().int(),
      /** The last entry that a signed digest stands for. */
      signedTo: z.number().int(),
      /** The last entry of the segments that were removed by the rules of retention. */
      removed: z.number().int(),
      milliseconds: z.number().int(),
    }),
  ),
  findings: z.array(JournalFinding),
});
export type JournalReport = z.infer<typeof JournalReport>;

export const DigestSuite = z.enum(["sha256-ed25519", "sm3-sm2"]);
export type DigestSuite = z.infer<typeof DigestSuite>;

const Key = z.object({
  id: z.uuid(),
  suite: z.string(),
  publicKey: z.string(),
  endorsedBy: z.uuid(),
  endorsement: z.string(),
  createdAt: Instant,
});
const Digest = z.object({
  number: z.number().int(),
  day: LocalDate,
  firstEntry: z.number().int(),
  lastEntry: z.number().int(),
  lastHash: z.string(),
  root: z.string(),
  previousDigest: z.string(),
  suite: z.string(),
  keyId: z.uuid(),
  signedAt: Instant,
  signature: z.string(),
});
export type DigestRow = z.infer<typeof Digest>;

/** What is downloaded for keeping elsewhere, and compared with later: everything that somebody needs who trusts neither us nor our database. */
export const KeptDigests = z.object({
  format: z.literal("yuanshu-digests-1"),
  zone: z.object({ id: z.uuid(), slug: z.string(), name: z.string() }),
  keys: z.array(Key).max(10_000),
  digests: z.array(Digest).max(100_000),
});
export type KeptDigests = z.infer<typeof KeptDigests>;

const Filter = {
  q: z.string().trim().max(80).optional(),
  /** Name, user name or id of whoever acted. */
  who: z.string().trim().max(80).optional(),
  role: Role.optional(),
  /** `projects.editProject`, or one of the two alone. */
  operation: z.string().trim().max(80).optional(),
  /** `lead`, or one of them: `lead:0198…`. */
  subject: z.string().trim().max(200).optional(),
  from: LocalDate.optional(),
  to: LocalDate.optional(),
  /** The chain of another zone: for the platform's own auditors. */
  chain: z.string().max(42).optional(),
};

export const journalOperations = defineOperations({
  searchJournal: {
    kind: "query",
    path: "/api/system/journal",
    permission: "system.journal",
    command: "audit list",
    summary: { zh: "查阅操作日志", en: "Read the journal" },
    input: PageRequest.extend(Filter),
    output: pageOf(JournalEntry),
  },
  listJournalItems: {
    kind: "query",
    path: "/api/system/journal/:sequence/items",
    permission: "system.journal",
    command: "audit items",
    summary: { zh: "批量操作的逐项明细", en: "What a bulk command changed, item by item" },
    input: PageRequest.extend({ sequence: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER) }),
    output: pageOf(z.object({ position: z.number().int(), item: z.unknown() })),
  },
  exportJournal: {
    kind: "query",
    path: "/api/system/journal/export",
    permission: "system.journal",
    command: "audit export",
    summary: { zh: "导出操作日志（CSV，最多 10000 条）", en: "Export the journal as CSV, at most 10,000 entries" },
    input: z.object(Filter),
    output: FileReply,
    file: "export",
  },
  verifyJournal: {
    kind: "query",
    path: "/api/system/journal/verify",
    permission: "system.journal",
    command: "audit verify",
    platform: true,
    summary: {
      zh: "校验操作日志链与签名摘要：改动、缺失、错序、伪造一一指出",
      en: "Verify the journal and its signed digests: any edit, gap, reorder or forgery is located",
    },
    input: z.object({}),
    output: JournalReport,
  },
  listDigests: {
    kind: "query",
    path: "/api/system/journal/digests",
    permission: "system.digests",
    command: "audit digests",
    summary: { zh: "日志签名摘要与公钥", en: "Signed digests of the journal, and the public keys" },
    input: PageRequest,
    output: pageOf(Digest).extend({
      keys: z.array(Key),
      /** The last entry of the chain as it stands now. */
      lastEntry: z.number().int(),
      abilities: Abilities,
    }),
  },
  downloadDigests: {
    kind: "query",
    path: "/api/system/journal/digests/file",
    permission: "system.digests",
    command: "audit save-digests",
    summary: { zh: "下载签名摘要与公钥（另存他处，以备核对）", en: "Download digests and public keys, to be kept elsewhere" },
    input: z.object({}),
    output: FileReply,
    file: "export",
  },
  signJournal: {
    kind: "command",
    idempotency: "natural",
    path: "/api/system/journal/digests",
    permission: "system.journal",
    command: "audit sign",
    summary: { zh: "立即签一号摘要（每天凌晨自动签）", en: "Sign a digest now; one is signed each night by itself" },
    input: z.object({}),
    output: Digest,
  },
  rotateJournalKey: {
    kind: "command",
    idempotency: "key",
    path: "/api/system/journal/keys",
    permission: "system.keys",
    command: "audit rotate-key",
    summary: { zh: "更换日志签名密钥（可选国密）", en: "Replace the journal's signing key; the Chinese national algorithms can be chosen" },
    input: z.object({ suite: DigestSuite, reason: z.string().trim().min(2).max(200) }),
    output: Key,
  },
  compareDigests: {
    kind: "command",
    idempotency: "natural",
    path: "/api/system/journal/digests/compare",
    permission: "system.journal",
    command: "audit compare",
    summary: { zh: "与另存的签名摘要核对", en: "Compare with digests that were kept elsewhere" },
    input: z.object({}),
    output: z.object({ ok: z.boolean(), compared: z.number().int(), findings: z.array(JournalFinding) }),
    upload: { maxFiles: 1, maxBytes: 64 * 1_048_576 },
  },
  cutJournal: {
    kind: "command",
    idempotency: "natural",
    path: "/api/system/journal/cut",
    permission: "system.journal",
    command: "audit cut",
    summary: {
      zh: "清理已签名满 12 个月的旧日志段（摘要保留，余下的照样可验）",
      en: "Remove segments signed twelve months ago or more; their digests stay, and the rest still verifies",
    },
    input: z.object({ digest: z.number().int().min(1).max(Number.MAX_SAFE_INTEGER), reason: z.string().trim().min(2).max(200) }),
    output: z.object({ removed: z.number().int(), upTo: z.number().int() }),
  },
});
