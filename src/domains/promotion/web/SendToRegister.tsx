import { useState } from "react";
import type { LeadForm } from "#domains/promotion/web/lead-of-page.ts";
import { leadTexts as texts } from "#domains/promotion/web/lead-page-texts.ts";
import { leads, TOUCHED } from "#domains/promotion/web/promotion-client.ts";
import { type Category, RegisterFields } from "#domains/promotion/web/RegisterFields.tsx";
import { CommandForm } from "#ui/CommandForm.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";

export function SendToRegister({ lead, onClose }: LeadForm) {
  const { say } = useWords();
  const [category, setCategory] = useState<Category>("industry");
  const [project, setProject] = useState("");
  const { id, version } = lead.row;
  const take = useCommand(
    () => leads.sendLeadToRegister({ id, version, category, ...(project.trim() === "" ? {} : { project: project.trim() }) }),
    TOUCHED,
    onClose,
  );
  return (
    <CommandForm
      open
      title={say(texts.sendAgain)}
      submit={say(texts.sendAgain)}
      busy={take.isPending}
      error={take.error}
      onSubmit={() => take.mutate(undefined)}
      onClose={onClose}
    >
      <RegisterFields category={category} onCategory={setCategory} project={project} onProject={setProject} />
    </CommandForm>
  );
}
