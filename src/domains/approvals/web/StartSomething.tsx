import { useQuery } from "@tanstack/react-query";
import { MatterStage, stageWords } from "#domains/approvals/contract/matter.ts";
import { matters, packages } from "#domains/approvals/web/approvals-client.ts";
import { portalTexts } from "#domains/approvals/web/portal-texts.ts";
import { sayLimit } from "#domains/approvals/web/say-limit.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";
import { SearchField } from "#ui/SearchField.tsx";
import { Loaded } from "#ui/StateViews.tsx";
import { useAddress } from "#ui/use-address.ts";

/** What can be applied for, by stage, and the packages before them: one form is less work than three. */
export function StartSomething() {
  const { say, language } = useWords();
  const [address, change] = useAddress();
  const q = (address["matter"] ?? "").trim().toLowerCase();
  const list = useQuery({ queryKey: ["approvals", "matters"], queryFn: () => matters.listMatters({}) });
  const offered = useQuery({ queryKey: ["approvals", "definitions"], queryFn: () => packages.listPackageDefinitions({}) });
  const limit = (promised: { readonly length: number; readonly unit: "workday" | "hour" }) =>
    promised.unit === "hour" ? say(portalTexts.hours, { count: promised.length }) : sayLimit(promised, say);
  return (
    <Section
      title={say(portalTexts.start)}
      aside={
        <SearchField label={say(portalTexts.searchMatter)} value={address["matter"] ?? ""} onChange={(matter) => change({ matter })} />
      }
    >
      <Loaded query={list}>
        {({ items }) => {
          const shown = items.filter((row) => q === "" || `${row.code} ${row.name.zh} ${row.name.en}`.toLowerCase().includes(q));
          return (
            <div className="start section-body">
              {q === "" && offered.data && offered.data.items.length > 0 ? (
                <div className="start-group">
                  <h3>{say(portalTexts.packages)}</h3>
                  <ul>
                    {offered.data.items.map(({ definition }) => (
                      <li key={definition.code}>
                        <AppLink to={`/portal/packages/${definition.code}`}>{definition.name[language]}</AppLink>
                        <span className="under quiet">
                          {say(portalTexts.packageLine, { count: definition.children.length, limit: limit(definition.promised) })}
                        </span>
                      </li>
                    ))}
                  </ul>
                </div>
              ) : null}
              {MatterStage.options.map((stage) => {
                const rows = shown.filter((row) => row.stage === stage);
                return rows.length === 0 ? null : (
                  <div key={stage} className="start-group">
                    <h3>{say(stageWords[stage])}</h3>
                    <ul>
                      {rows.map((row) => (
                        <li key={row.code}>
                          <AppLink to={`/portal/apply/${row.code}`}>{row.name[language]}</AppLink>{" "}
                          <span className="quiet">{sayLimit(row.promised ?? row.legal, say)}</span>
                        </li>
                      ))}
                    </ul>
                  </div>
                );
              })}
              {shown.length === 0 ? <p className="quiet">{say(portalTexts.noMatters)}</p> : null}
            </div>
          );
        }}
      </Loaded>
    </Section>
  );
}
