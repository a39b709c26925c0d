import { useQuery } from "@tanstack/react-query";
import { conflicts } from "#domains/projects/web/projects-client.ts";
import { registerConflictTexts } from "#domains/projects/web/register-conflict-texts.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { useWords } from "#ui/language.tsx";

/** One line on the page of a project that documents contradict; nothing where none does. */
export function RegisterConflictNote({ projectId }: { readonly projectId: string }) {
  const { say } = useWords();
  const found = useQuery({
    queryKey: ["register-conflicts", "of", projectId],
    queryFn: () => conflicts.listRegisterConflicts({ projectId, state: "OPEN", limit: 1 }),
  });
  const count = found.data?.total ?? 0;
  if (count === 0) return null;
  return (
    <p className="notice notice-alert" role="note">
      {say(registerConflictTexts.note, { count })}{" "}
      <AppLink to="/projects/conflicts" search={{ project: projectId }}>
        {say(registerConflictTexts.noteOpen)}
      </AppLink>
    </p>
  );
}
