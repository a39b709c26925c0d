import { type Query, type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";

type Change = { readonly kind: string; readonly ids: readonly string[] };
/** Many changes at once, such as an import's, are one reason to ask again. */
const GATHER_MS = 800;

/**
 * While somebody is signed in, hears what others change. What is on screen and shows a changed record is asked for again, and nothing else.
 * Only a window that is looked at listens: a browser keeps few connections to one server, and a dozen windows would take them all. One that is
 * looked at again asks for what it shows. Without a stream nothing breaks: pages are as fresh as when they were opened.
 */
export function useLive(membership: string): void {
  const client = useQueryClient();
  useEffect(() => {
    if (typeof EventSource === "undefined" || membership === "") return;
    let close: (() => void) | undefined;
    let wasAway = false;
    const follow = () => {
      if (document.visibilityState === "visible") {
        if (wasAway) askAll(client);
        wasAway = false;
        close ??= listen(client);
      } else {
        wasAway = true;
        close?.();
        close = undefined;
      }
    };
    follow();
    document.addEventListener("visibilitychange", follow);
    return () => {
      document.removeEventListener("visibilitychange", follow);
      close?.();
    };
  }, [client, membership]);
}

/** @returns what ends it. The browser takes a broken stream up again by itself, from the last that it heard. */
function listen(client: QueryClient): () => void {
  const source = new EventSource("/api/live");
  let changes: Change[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  source.addEventListener("change", (event: MessageEvent<string>) => {
    changes.push(JSON.parse(event.data) as Change);
    timer ??= setTimeout(() => {
      askForChanged(client, changes);
      changes = [];
      timer = undefined;
    }, GATHER_MS);
  });
  source.addEventListener("resync", () => askAll(client));
  return () => {
    clearTimeout(timer);
    source.close();
  };
}

const askAll = (client: QueryClient) => void client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== "session" });

function askForChanged(client: QueryClient, changes: readonly Change[]): void {
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
