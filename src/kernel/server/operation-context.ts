import type { ErrorParams } from "#kernel/app-error.ts";
import type { Instant, LocalDate } from "#kernel/local-date.ts";
import type { PersonalValue } from "#kernel/personal.ts";
import type { Actor } from "#kernel/policy.ts";
import type { Role } from "#kernel/role.ts";
import type { PermissionsByRole } from "#kernel/server/access.ts";
import type { Tx } from "#kernel/server/database.ts";
import type { FileStore } from "#kernel/server/files.ts";
import type { JournalLine } from "#kernel/server/journal.ts";
import type { OpenWork } from "#kernel/server/open-work.ts";
import type { SecretBoxes } from "#kernel/server/secret-box.ts";
import type { Session, SignIn } from "#kernel/server/sign-in.ts";
import type { Language, Text } from "#kernel/texts.ts";

export type UploadedFile = { readonly name: string; readonly bytes: Uint8Array };
/** A file that streamed into the store as it came: where it lies. */
export type KeptFile = { readonly name: string; readonly hash: string; readonly size: number };

export type DemoAccount = { readonly username: string; readonly password: string; readonly name: string; readonly role: Role };

/** The sign-in's own door: cookies and sessions do not belong to a domain's transaction. */
export type SessionDoor = {
  readonly signIn: SignIn;
  readonly session: Session | undefined;
  /** Somebody who gave the password and still has a step to do; public operations of the sign-in alone look at it. */
  readonly halfway: Session | undefined;
  readonly permissions: PermissionsByRole;
  /** Accounts that the sign-in page may show: only the sample zone's, only on loopback. */
  readonly demoAccounts: readonly DemoAccount[];
  readonly cookie: string | undefined;
  readonly device: string | null;
  setCookie(value: string | null): void;
};

/** What a query answers, as far as it is personal, and its input as the query reads it. */
export type UnmaskedReply = { readonly input: unknown; readonly values: readonly PersonalValue[] };

/** Everything a handler may lean on. It holds one transaction: what the handler writes, journals, emits and enqueues commits together. */
export type OperationContext = {
  readonly actor: Actor;
  readonly tx: Tx;
  readonly now: Instant;
  /** The business day of the zone: the sample zone stands still, a real one lives today. */
  readonly today: LocalDate;
  readonly language: Language;
  /** Address of the caller, or `local` for the command line. */
  readonly from: string;
  readonly files: readonly UploadedFile[];
  /** Of an operation whose upload is `kept`, in the place of `files`. */
  readonly kept: readonly KeptFile[];
  readonly store: FileStore;
  readonly sessions: SessionDoor;
  /** Seals what has to be kept but read by nobody. */
  readonly secretBox: SecretBoxes;
  /** Whether an address that somebody typed in may be written to. @throws AppError `address.*` */
  checkOutside(address: string): Promise<void>;
  /** The embedded database's superuser, for the local administrator only. */
  readonly adminUrl: string | undefined;
  /** What a command leaves in the journal beside who, when and from where; several lines when it changed several things. */
  journal(line: Omit<JournalLine, "operation">): void;
  /** A line under another actor than the caller, written once the command has committed: whoever signs in was nobody before. */
  journalAs(actor: Actor, line: Omit<JournalLine, "operation">): void;
  /** A line that stands whatever becomes of the command, in a transaction of its own: an attempt that was one too many. */
  journalNow(actor: Actor, line: Omit<JournalLine, "operation">): Promise<void>;
  /** What a person has open in the zone, as each domain names it. */
  openWorkOf(personId: string): Promise<readonly OpenWork[]>;
  /** The sentence of any domain's refusal, in the caller's language. */
  sentenceOf(refusal: { readonly code: string; readonly params: ErrorParams }): string;
  /** The personal part of what another query would answer this caller: for `system.unmask` alone, which says why and keeps it. */
  readUnmasked(operation: string, input: Readonly<Record<string, unknown>>): Promise<UnmaskedReply>;
  /** The name of any domain's operation in the caller's language, such as stands in a table of what was done; of one that is no more, its code. */
  nameOf(operation: string): string;
  /** Done once the command has committed, and not at all when it fails: what lies outside the transaction. */
  afterCommit(work: () => void | Promise<void>): void;
  emit(kind: string, payload: Readonly<Record<string, unknown>>): Promise<void>;
  /** @returns the id of the job. */
  enqueue(kind: string, title: Text, payload: Readonly<Record<string, unknown>>): Promise<string>;
};
