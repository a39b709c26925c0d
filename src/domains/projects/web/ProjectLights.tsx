import { useQuery } from "@tanstack/react-query";
import { FreshnessLight } from "#domains/projects/web/FreshnessLight.tsx";
import { colours } from "#domains/projects/web/projects-client.ts";
import { SupervisionLight } from "#domains/projects/web/SupervisionLight.tsx";

export const useColourOf = (id: string) =>
  useQuery({ queryKey: ["project-colour", id, undefined], queryFn: () => colours.projectColour({ id }) });

/** Both lights of a project: its colour, and the age of its last report. */
export function ProjectLights({ projectId }: { readonly projectId: string }) {
  const { data } = useColourOf(projectId);
  if (data === undefined) return null;
  return (
    <>
      {data.colour === null ? null : <SupervisionLight colour={data.colour} />}
      <FreshnessLight freshness={data.freshness} />
    </>
  );
}
