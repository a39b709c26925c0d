import { EVENT_KINDS } from "#domains/exchange/contract/event-kinds.ts";

/** What goes out of an event: what, when, and the ids of the records that it is of. Who reads more asks for it with an account. */
export type WebhookMessage = {
  readonly id: string;
  readonly kind: string;
  readonly at: string;
  readonly zone: string;
  readonly ids: Readonly<Record<string, string>>;
};

const ID = /^[\w-]{1,60}$/;

export function messageIds(kind: string, payload: unknown): Readonly<Record<string, string>> {
  const given = typeof payload === "object" && payload !== null ? (payload as Record<string, unknown>) : {};
  return Object.fromEntries(
    (EVENT_KINDS[kind]?.ids ?? []).flatMap((field) => {
      const value = given[field];
      return typeof value === "string" && ID.test(value) ? [[field, value]] : [];
    }),
  );
}
