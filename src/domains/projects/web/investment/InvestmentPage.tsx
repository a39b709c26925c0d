import { useQuery } from "@tanstack/react-query";
import { categoryWords, KeyLevel, keyLevelWords, ProjectCategory } from "#domains/projects/contract/project.ts";
import { StatedCompletions } from "#domains/projects/web/completions/StatedCompletions.tsx";
import { CompletionTiles } from "#domains/projects/web/investment/CompletionTiles.tsx";
import { InvestedTable, LackingTable } from "#domains/projects/web/investment/InvestedTable.tsx";
import { InvestmentGroups } from "#domains/projects/web/investment/InvestmentGroups.tsx";
import "#domains/projects/web/investment/investment.css";
import { overviewTexts } from "#domains/projects/web/investment/investment-texts.ts";
import { investment } from "#domains/projects/web/projects-client.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { Choice } from "#ui/Choice.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView, Section } from "#ui/Page.tsx";
import { Loaded } from "#ui/StateViews.tsx";
import { sayPeriod } from "#ui/say-period.ts";
import { uiTexts } from "#ui/ui-texts.ts";
import { useAddress } from "#ui/use-address.ts";
import { useViewer } from "#ui/viewer.tsx";

export function Page() {
  const { say, language } = useWords();
  const { permissions } = useViewer();
  const [address, change] = useAddress();
  const category = ProjectCategory.safeParse(address["category"]).data;
  const level = KeyLevel.safeParse(address["level"]).data;
  const lacking = address["view"] === "lacking";
  const overview = useQuery({
    queryKey: ["investment", category, level],
    queryFn: () => investment.investmentOverview({ category, level }),
  });
  const { data } = overview;
  const views = data
    ? [
        { value: "", here: !lacking, label: say(overviewTexts.projectsTab, { count: data.rows.length }) },
        { value: "lacking", here: lacking, label: say(overviewTexts.lackingTab, { count: data.withoutPlan }) },
      ]
    : [];
  return (
    <PageView
      title={say(overviewTexts.title)}
      state={
        data
          ? say(overviewTexts.state, {
              year: data.year,
              month: sayPeriod(data.through, language),
              projects: data.rows.length,
              lacking: data.withoutPlan,
            })
          : null
      }
      action={
        permissions.has("projects.work") ? (
          <AppLink to="/projects/investment/import" className="button-link">
            {say(overviewTexts.import)}
          </AppLink>
        ) : null
      }
      filters={
        <>
          <Choice
            label={say(overviewTexts.category)}
            value={category ?? ""}
            onChange={(value) => change({ category: value })}
            options={[
              { value: "", label: say(uiTexts.all) },
              ...ProjectCategory.options.map((value) => ({ value, label: say(categoryWords[value]) })),
            ]}
          />
          <Choice
            label={say(overviewTexts.level)}
            value={level ?? ""}
            onChange={(value) => change({ level: value })}
            options={[
              { value: "", label: say(uiTexts.all) },
              ...KeyLevel.options.map((value) => ({ value, label: say(keyLevelWords[value]) })),
            ]}
          />
        </>
      }
    >
      <Loaded query={overview} rows={8}>
        {(view) => (
          <>
            <CompletionTiles completion={view.completion} month={sayPeriod(view.through, language)} />
            <StatedCompletions />
            <Section title={say(overviewTexts.groups)}>
              <InvestmentGroups overview={view} />
            </Section>
            <nav className="tabs" aria-label={say(overviewTexts.views)}>
              {views.map((tab) => (
                <a
                  key={tab.value}
                  href={`?view=${tab.value}`}
                  aria-current={tab.here ? "page" : undefined}
                  onClick={(event) => {
                    event.preventDefault();
                    change({ view: tab.value, sort: "" });
                  }}
                >
                  {tab.label}
                </a>
              ))}
            </nav>
            {lacking ? (
              <>
                <p className="quiet">{say(overviewTexts.lackingHint)}</p>
                <LackingTable rows={view.lacking} />
              </>
            ) : (
              <InvestedTable rows={view.rows} />
            )}
          </>
        )}
      </Loaded>
    </PageView>
  );
}
