import type { sql } from "kysely";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Actor } from "#kernel/policy.ts";

export type WorkRow = {
  readonly kind: string;
  readonly opens: string;
  readonly title: string;
  /** Where the title was composed by rule, the same in English. */
  readonly title_en?: string | null;
  readonly about: string;
  readonly due_on: string | null;
  readonly provisional: boolean;
};

/** Where work comes from: who is asked, and what is found for them on a day, in one query. A domain that brings work adds its line. */
export type WorkSource = {
  readonly permission: string;
  readonly find: (actor: Actor, today: LocalDate) => ReturnType<typeof sql<WorkRow>>;
};

/** Of one source; who has more than these has a list of its own to work from. */
export const MOST_WORK = 200;
