import { registerOperations } from "#domains/projects/contract/register-operations.ts";
import { importProjectTexts } from "#domains/projects/web/project-form-texts.ts";
import { importProjects, templateAddress } from "#domains/projects/web/register-client.ts";
import { TOUCHED_BY_A_PROJECT } from "#domains/projects/web/touched.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { ImportSheet } from "#ui/ImportSheet.tsx";
import { useWords } from "#ui/language.tsx";

export function Page() {
  const { say } = useWords();
  return (
    <ImportSheet
      title={say(importProjectTexts.title)}
      state={say(importProjectTexts.state)}
      back={<AppLink to="/projects/lists">{say(importProjectTexts.back)}</AppLink>}
      template={templateAddress()}
      fileHint={say(importProjectTexts.fileHint)}
      upload={registerOperations.importProjects.upload}
      run={importProjects}
      touches={TOUCHED_BY_A_PROJECT}
      columns={[
        { key: "project", title: say(importProjectTexts.project), cell: (row) => row.name ?? "–" },
        { key: "code", short: true, title: say(importProjectTexts.code), cell: (row) => row.code ?? "–" },
      ]}
    />
  );
}
