import { type Query, type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";

type Change = { readonly kind: string; readonly ids: readonly string[] };
/** Many changes at once, such as an import's, are one reason to ask again. */
const GATHER_MS = 800;

/**
 * While somebody is signed in, hears what others change. What is on screen and shows a changed record is asked for again, and nothing else.
 * Without a stream nothing is missing: pages are as fresh as when they were opened.
 */
export function useLive(role: string): void {
  const client = useQueryClient();
  useEffect(() => {
    if (typeof EventSource === "undefined") return;
    const source = new EventSource(`/api/live?role=${encodeURIComponent(role)}`);
    let changes: Change[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const gather = (change: Change) => {
      changes.push(change);
      timer ??= setTimeout(() => {
        refetch(client, changes);
        changes = [];
        timer = undefined;
      }, GATHER_MS);
    };
    source.addEventListener("change", (event: MessageEvent<string>) => gather(JSON.parse(event.data) as Change));
    source.addEventListener("resync", () => void client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== "session" }));
    return () => {
      clearTimeout(timer);
      source.close();
    };
  }, [client, role]);
}

function refetch(client: QueryClient, changes: readonly Change[]): void {
  const ids = changes.flatMap((change) => change.ids);
  const told = changes.some(({ kind }) => kind === "notices.told");
  void client.invalidateQueries({ predicate: (query) => (told && query.queryKey[0] === "notices") || shows(query, ids) });
}

/** Of what is cached and on no page nothing is asked now: it is stale, and read when it is shown. */
const shows = (query: Query, ids: readonly string[]): boolean => {
  if (ids.length === 0 || query.state.data === undefined) return false;
  const text = JSON.stringify([query.queryKey, query.state.data]);
  return ids.some((id) => text.includes(id));
};
