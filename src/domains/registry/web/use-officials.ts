import { useQuery } from "@tanstack/react-query";
import { registry } from "#domains/registry/web/registry-client.ts";

/** Everybody of the committee who can be named, asked once for a while and only where somebody is to be named. */
export const useOfficials = (wanted = true) =>
  useQuery({ queryKey: ["officials"], queryFn: () => registry.listOfficials({}), staleTime: 300_000, enabled: wanted });
