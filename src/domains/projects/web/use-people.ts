import { useQuery } from "@tanstack/react-query";
import { register } from "#domains/projects/web/projects-client.ts";

/** Everybody of the committee who can be named, asked once for a while. */
export const usePeople = () => useQuery({ queryKey: ["project-people"], queryFn: () => register.listPeople({}), staleTime: 300_000 });
