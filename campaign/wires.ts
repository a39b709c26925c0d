import type { Answer, CampaignServer, Client } from "./campaign-server.ts";

/** One command that was sent, and what is known of it. `wrong`: it has to be refused. */
export type Sent = {
  readonly wire: string;
  readonly token: string;
  readonly wrong: boolean;
  outcome: "unknown" | "accepted" | "refused" | "unknown-there" | "unknown-absent";
  repeated: number;
  reason?: string;
};

type Query = (text: string, values: readonly unknown[]) => Promise<Record<string, unknown>[]>;

/** One kind of command by one person, which leaves its token in one table. */
export type Wire = {
  readonly name: string;
  send(token: string, wrong: boolean): Promise<Answer | undefined>;
  signIn(): Promise<void>;
  /** How often each token is there. */
  count(query: Query, tokens: readonly string[]): Promise<ReadonlyMap<string, number>>;
};
type Unprepared = { prepare(at: CampaignServer): Promise<Wire> };

const counted = async (query: Query, text: string, tokens: readonly string[]): Promise<ReadonlyMap<string, number>> =>
  new Map((await query(text, [tokens])).map((row) => [String(row["token"]), Number(row["n"])]));

type Kind = {
  readonly name: string;
  readonly username: string;
  readonly body: (token: string, wrong: boolean) => Record<string, unknown>;
  readonly path: (client: Client) => Promise<string>;
  readonly table: string;
  readonly column: string;
};

const kinds: readonly Kind[] = [
  {
    name: "system.createDepartment",
    username: "system",
    path: async () => "/api/system/departments",
    // A name that is there already is refused by the database, in the same transaction that would have kept the key.
    body: (token, wrong) => (wrong ? { name: "经济运行局", nameEn: token } : { name: token, nameEn: token }),
    table: "department",
    column: "name_en",
  },
  {
    name: "intelligence.addLexiconEntry",
    username: "statistics",
    path: async () => "/api/intelligence/lexicon",
    body: (token, wrong) => ({ kind: wrong ? "no-such-kind" : "organisation", words: token }),
    table: "lexicon_entry",
    column: "words",
  },
  {
    name: "intelligence.ingestText",
    username: "statistics",
    path: async () => "/api/intelligence/documents/text",
    body: (token, wrong) => ({
      title: token,
      text: `${token}\n\n2025年上半年，云岭高新区出口总额132.7亿元，同比增长9.4%。编号${token}。`,
      ...(wrong ? { published: "2026-02-30" } : {}),
    }),
    table: "document",
    column: "title",
  },
  {
    name: "promotion.logInteraction",
    username: "promotion",
    path: async (client) => {
      const list = await client.send("GET", "/api/promotion/leads?limit=50");
      const { items } = list?.json<{ items: { id: string }[] }>() ?? { items: [] };
      for (const { id } of items) {
        const tried = await client.send("POST", `/api/promotion/leads/${id}/interactions`, {
          kind: "call",
          on: "2026-06-30",
          learnt: "断电之前",
        });
        if (tried?.status === 200) return `/api/promotion/leads/${id}/interactions`;
      }
      throw new Error("no lead takes an interaction of this person");
    },
    body: (token, wrong) => ({ kind: "call", on: wrong ? "2199-01-01" : "2026-06-30", learnt: token }),
    table: "promotion_interaction",
    column: "learnt",
  },
  {
    name: "intelligence.addLexiconEntry in a second session",
    username: "statistics",
    path: async () => "/api/intelligence/lexicon",
    body: (token, wrong) => ({ kind: "organisation", words: wrong ? `${token}\u0000` : token }),
    table: "lexicon_entry",
    column: "words",
  },
];

export const wires: readonly Unprepared[] = kinds.map((kind) => ({
  prepare: async (at) => {
    const client = at.client(kind.username);
    await client.signIn();
    const path = await kind.path(client);
    return {
      name: kind.name,
      signIn: () => client.signIn(),
      send: (token, wrong) => client.send("POST", path, kind.body(token, wrong), { "idempotency-key": encodeURIComponent(token) }),
      count: (query, tokens) =>
        counted(query, `select ${kind.column} token, count(*) n from ${kind.table} where ${kind.column} = any($1) group by 1`, tokens),
    };
  },
}));
