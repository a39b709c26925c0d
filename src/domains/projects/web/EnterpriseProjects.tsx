import { useQuery } from "@tanstack/react-query";
import { stageWords } from "#domains/projects/contract/project.ts";
import { listTexts } from "#domains/projects/web/list-texts.ts";
import { register } from "#domains/projects/web/projects-client.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";
import type { PartSubject } from "#ui/page-parts.tsx";
import { Loaded } from "#ui/StateViews.tsx";
import { useYuan } from "#ui/use-yuan.ts";

const LONGEST = 60;

/** Projects that an enterprise signed, by its name as it stood in the register of projects. */
export function Part({ subject }: { readonly subject: PartSubject }) {
  const { say } = useWords();
  const { short } = useYuan();
  const projects = useQuery({
    queryKey: ["projects", "of-enterprise", subject.name],
    queryFn: () => register.listProjects({ q: subject.name.slice(0, LONGEST), limit: 50 }),
  });
  const names = new Set(subject.names);
  return (
    <Section title={say(listTexts.ofEnterprise)}>
      <Loaded query={projects} rows={2}>
        {(found) => {
          const own = found.items.filter((row) => names.has(row.enterprise));
          return own.length === 0 ? (
            <p className="section-body quiet">{say(listTexts.noneOfEnterprise)}</p>
          ) : (
            <ul className="list">
              {own.map((row) => (
                <li key={row.id} className="list-line">
                  <span>
                    <AppLink to={`/projects/${row.id}`}>{row.name}</AppLink>
                    <span className="under quiet">{row.code}</span>
                  </span>
                  <span>
                    {say(stageWords[row.stage])} <span className="quiet">{short(row.plannedTotalYuan)}</span>
                  </span>
                </li>
              ))}
            </ul>
          );
        }}
      </Loaded>
    </Section>
  );
}
