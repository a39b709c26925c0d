import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Completions } from "#domains/projects/web/Completions.tsx";
import { InvestmentPicture } from "#domains/projects/web/InvestmentPicture.tsx";
import { investTexts } from "#domains/projects/web/investment-part-texts.ts";
import { MonthTable } from "#domains/projects/web/MonthTable.tsx";
import type { Project } from "#domains/projects/web/ProjectTabs.tsx";
import { investment } from "#domains/projects/web/projects-client.ts";
import { SetPlan } from "#domains/projects/web/SetPlan.tsx";
import { StatisticsEntry } from "#domains/projects/web/StatisticsEntry.tsx";
import { AbilityButton } from "#ui/AbilityButton.tsx";
import { AppLink } from "#ui/AppLink.tsx";
import { Choice } from "#ui/Choice.tsx";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";
import { Loaded } from "#ui/StateViews.tsx";
import { useAddress } from "#ui/use-address.ts";
import { useViewer } from "#ui/viewer.tsx";

const YEARS_AHEAD = 1;

/** Plan and actual of a year by month, both completion rates with their denominators, and whether the statistics know the project. */
export function InvestmentTab({ project }: { readonly project: Project }) {
  const { say } = useWords();
  const { today } = useViewer();
  const [address, change] = useAddress();
  const [planning, setPlanning] = useState(false);
  const id = project.row.id;
  const present = Number(today.slice(0, 4));
  const first = Math.min(present, Number(project.row.signedOn.slice(0, 4)));
  const years = Array.from({ length: present + YEARS_AHEAD - first + 1 }, (_, place) => present + YEARS_AHEAD - place);
  const year = years.find((one) => String(one) === address["year"]) ?? present;
  const view = useQuery({
    queryKey: ["project-investment", id, year],
    queryFn: () => investment.projectInvestment({ id, year }),
    placeholderData: keepPreviousData,
  });
  return (
    <Loaded query={view}>
      {(found) => (
        <div className="stack">
          <Section
            title={say(investTexts.title)}
            aside={
              <span className="actions">
                <Choice
                  label={say(investTexts.year)}
                  value={String(year)}
                  onChange={(value) => change({ year: value })}
                  options={years.map((one) => ({ value: String(one), label: String(one) }))}
                />
                <AbilityButton size="small" ability={project.abilities["setInvestmentPlan"]} onClick={() => setPlanning(true)}>
                  {say(found.annualPlanYuan === null ? investTexts.setPlan : investTexts.changePlan)}
                </AbilityButton>
              </span>
            }
          >
            <Completions view={found} />
            {found.annualPlanYuan === null ? <p className="section-body quiet">{say(investTexts.noPlan, { year })}</p> : null}
            <InvestmentPicture view={found} />
            <MonthTable view={found} />
          </Section>
          <StatisticsEntry project={project} view={found} />
          <p className="quiet">
            <AppLink to="/projects/investment">{say(investTexts.overview)}</AppLink>
          </p>
          {planning ? <SetPlan projectId={id} view={found} onClose={() => setPlanning(false)} /> : null}
        </div>
      )}
    </Loaded>
  );
}
