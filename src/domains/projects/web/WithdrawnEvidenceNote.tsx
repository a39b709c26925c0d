import { evidenceWords } from "#domains/projects/contract/project.ts";
import type { Project } from "#domains/projects/web/ProjectTabs.tsx";
import { courseTexts } from "#domains/projects/web/project-page-texts.ts";
import { useWords } from "#ui/language.tsx";

/** A permit that was revoked must be seen on the first page, whatever stage the project has reached with it; nothing where none was. */
export function WithdrawnEvidenceNote({ project }: { readonly project: Project }) {
  const { say } = useWords();
  return project.evidence.map(({ id, kind, number, withdrawn }) =>
    withdrawn === null ? null : (
      <p key={id} className="notice notice-alert" role="note">
        {say(courseTexts.withdrawnNote, { kind: evidenceWords[kind], number, day: withdrawn.on })}
      </p>
    ),
  );
}
