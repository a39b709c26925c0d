import type { SupervisionView } from "#domains/projects/contract/supervision-operations.ts";
import { superviseTexts } from "#domains/projects/web/project-force-texts.ts";
import { SupervisionDrawer } from "#domains/projects/web/supervision/SupervisionDrawer.tsx";
import { SupervisionTable } from "#domains/projects/web/supervision/SupervisionTable.tsx";
import "#domains/projects/web/supervision/supervision.css";
import { AppLink } from "#ui/AppLink.tsx";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";
import { useAddress } from "#ui/use-address.ts";

type ProjectSupervisionProps = { readonly items: readonly SupervisionView[] };

/** Reminders, written plans, letters and escalations of one project; each opens beside the page, with what can be done now. */
export function ProjectSupervision({ items }: ProjectSupervisionProps) {
  const { say } = useWords();
  const [address, change] = useAddress();
  return (
    <Section title={say(superviseTexts.title)} aside={<AppLink to="/projects/supervision">{say(superviseTexts.all)}</AppLink>}>
      {items.length === 0 ? (
        <p className="section-body quiet">{say(superviseTexts.none)}</p>
      ) : (
        <SupervisionTable rows={items} total={items.length} more={undefined} onOpen={(item) => change({ item: item.id })} />
      )}
      {address["item"] ? <SupervisionDrawer key={address["item"]} id={address["item"]} onClose={() => change({ item: "" })} /> : null}
    </Section>
  );
}
