import { useOfficials } from "#domains/registry/web/use-officials.ts";
import { useWords } from "#ui/language.tsx";
import { SearchChoice } from "#ui/SearchChoice.tsx";
import { uiTexts } from "#ui/ui-texts.ts";

type OfficialChoiceProps = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (personId: string) => void;
  readonly stacked?: boolean;
  /** What choosing nobody is called. */
  readonly nobody?: string;
};

/** Somebody of the committee, by name and department. */
export function OfficialChoice({ label, value, onChange, stacked = false, nobody }: OfficialChoiceProps) {
  const { say } = useWords();
  const officials = useOfficials();
  return (
    <SearchChoice
      stacked={stacked}
      label={label}
      value={value}
      onChange={onChange}
      options={[
        { value: "", label: nobody ?? say(uiTexts.none) },
        ...(officials.data?.items ?? []).map((person) => ({
          value: person.id,
          label: person.department === null ? person.name : `${person.name} · ${person.department}`,
        })),
      ]}
    />
  );
}
