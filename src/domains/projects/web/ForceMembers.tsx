import { useState } from "react";
import { type Force, FormForce } from "#domains/projects/web/FormForce.tsx";
import type { Project } from "#domains/projects/web/ProjectTabs.tsx";
import { forceTexts } from "#domains/projects/web/project-force-texts.ts";
import { AbilityButton } from "#ui/AbilityButton.tsx";
import { DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";

/** The leading official and the members with their duties, those who left as well. */
export function ForceMembers({ project, force }: { readonly project: Project; readonly force: Force }) {
  const { say } = useWords();
  const [forming, setForming] = useState(false);
  return (
    <Section
      title={say(forceTexts.force)}
      aside={
        <AbilityButton size="small" ability={project.abilities["formTaskForce"]} onClick={() => setForming(true)}>
          {say(force.lead === null ? forceTexts.form : forceTexts.adjust)}
        </AbilityButton>
      }
    >
      {force.lead === null ? (
        <p className="section-body quiet">{say(forceTexts.noForce)}</p>
      ) : (
        <p className="section-body">
          {say(forceTexts.lead)} <strong>{force.lead.name}</strong>
          {force.formedOn ? <span className="quiet"> · {say(forceTexts.formed, { day: force.formedOn })}</span> : null}
        </p>
      )}
      {force.members.length > 0 ? (
        <DataTable
          caption={say(forceTexts.members)}
          rows={force.members}
          rowKey={(row) => `${row.person.id} ${row.from}`}
          columns={[
            { key: "member", title: say(forceTexts.members), cell: (row) => row.person.name },
            { key: "duty", title: say(forceTexts.duty), cell: (row) => row.duty },
            {
              key: "from",
              short: true,
              title: say(forceTexts.from),
              cell: (row) => (
                <>
                  {row.from}
                  <span className="quiet"> {row.to === null ? say(forceTexts.present) : say(forceTexts.until, { day: row.to })}</span>
                </>
              ),
            },
          ]}
        />
      ) : null}
      {forming ? <FormForce projectId={project.row.id} force={force} onClose={() => setForming(false)} /> : null}
    </Section>
  );
}
