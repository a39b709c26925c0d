import { useQuery } from "@tanstack/react-query";
import { projectList } from "#domains/approvals/web/approvals-client.ts";
import { applyTexts } from "#domains/approvals/web/portal-texts.ts";
import { useWords } from "#ui/language.tsx";
import { SearchChoice } from "#ui/SearchChoice.tsx";
import { useViewer } from "#ui/viewer.tsx";

/** To which project a case belongs: officials choose from the register, an enterprise from its own projects. */
export function ProjectChoice({ value, onChange }: { readonly value: string; readonly onChange: (id: string) => void }) {
  const { say } = useWords();
  const { permissions } = useViewer();
  const all = permissions.has("projects.read");
  const own = permissions.has("projects.see-own");
  const list = useQuery({ queryKey: ["projects", "choice"], queryFn: all ? readAll : readOwn, enabled: all || own });
  if (!all && (list.data ?? []).length === 0) return null;
  return (
    <SearchChoice
      stacked
      label={say(applyTexts.project)}
      value={value}
      onChange={onChange}
      options={[
        { value: "", label: say(applyTexts.noProject) },
        ...(list.data ?? []).map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` })),
      ]}
    />
  );
}

const MOST_PAGES = 10;
type Project = { readonly id: string; readonly code: string; readonly name: string };

const readOwn = async (): Promise<readonly Project[]> => (await projectList.own({})).items;

/** The register comes in pages of 200. */
async function readAll(): Promise<readonly Project[]> {
  const all: Project[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { items, next } = await projectList.list({ cursor, limit: 200 });
    all.push(...items);
    if (next === null) break;
    cursor = next;
  }
  return all;
}
