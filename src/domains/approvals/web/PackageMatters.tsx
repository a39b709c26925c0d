import { useQuery } from "@tanstack/react-query";
import type { PackageDefinition } from "#domains/approvals/contract/package-operations.ts";
import { matters } from "#domains/approvals/web/approvals-client.ts";
import { packageTexts } from "#domains/approvals/web/package-texts.ts";
import { applyTexts } from "#domains/approvals/web/portal-texts.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";

/** What the one form sets going, and what is handed in for it. */
export function PackageMatters({ definition }: { readonly definition: PackageDefinition }) {
  const { say, language } = useWords();
  const known = useQuery({ queryKey: ["approvals", "matters"], queryFn: () => matters.listMatters({}) });
  const nameOf = (code: string) => known.data?.items.find((row) => row.code === code)?.name[language] ?? code;
  return (
    <div className="stack">
      <Section title={say(applyTexts.packageMatters)}>
        <ol className="numbered section-body">
          {definition.children.map(({ matterCode, after }) => (
            <li key={matterCode}>
              <AppLink to={`/approvals/matters/${matterCode}`}>{nameOf(matterCode)}</AppLink>
              {after.length > 0 ? (
                <span className="under quiet">
                  {say(packageTexts.after)}：{after.map(nameOf).join(language === "zh" ? "、" : ", ")}
                </span>
              ) : null}
            </li>
          ))}
        </ol>
      </Section>
      <Section title={say(packageTexts.materials)}>
        <ul className="bullets section-body">
          {definition.materials.map(({ key, name }) => (
            <li key={key}>{name[language]}</li>
          ))}
        </ul>
      </Section>
    </div>
  );
}
