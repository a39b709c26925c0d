import type { ProjectFilter } from "#domains/projects/contract/register-operations.ts";
import { listTexts } from "#domains/projects/web/list-texts.ts";
import { exportAddress } from "#domains/projects/web/register-client.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { useWords } from "#ui/language.tsx";
import { useViewer } from "#ui/viewer.tsx";

/** The list as a file, exactly as it is filtered; and new projects for it. */
export function ListsActions({ filter }: { readonly filter: ProjectFilter }) {
  const { say } = useWords();
  const { permissions } = useViewer();
  return (
    <>
      {(["xlsx", "csv"] as const).map((format) => (
        <a key={format} href={exportAddress(filter, format)} download className="button-link button-link-plain">
          {say(listTexts.export, { format: format.toUpperCase() })}
        </a>
      ))}
      {permissions.has("projects.register") ? (
        <>
          <AppLink to="/projects/import" className="button-link button-link-plain">
            {say(listTexts.import)}
          </AppLink>
          <AppLink to="/projects/register" className="button-link">
            {say(listTexts.register)}
          </AppLink>
        </>
      ) : null}
    </>
  );
}
