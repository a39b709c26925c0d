import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { SessionView } from "#domains/system/contract/system-operations.ts";
import { system } from "#domains/system/web/system-client.ts";
import { SIGNED_OUT } from "#ui/transport.ts";

const KEY = ["session"];

/** Who is signed in; asked again when a request finds the session ended. */
export function useSession() {
  const client = useQueryClient();
  useEffect(() => {
    const ask = () => void client.invalidateQueries({ queryKey: KEY });
    window.addEventListener(SIGNED_OUT, ask);
    return () => window.removeEventListener(SIGNED_OUT, ask);
  }, [client]);
  return useQuery({ queryKey: KEY, queryFn: () => system.session({}), staleTime: 60_000 });
}

/** Signing in, out and choosing a role change what may be seen, so everything read before is forgotten. */
export function useSessionChange<Input>(change: (input: Input) => Promise<SessionView>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: (session) => {
      client.removeQueries({ predicate: (query) => query.queryKey[0] !== KEY[0] });
      client.setQueryData(KEY, session);
    },
  });
}
