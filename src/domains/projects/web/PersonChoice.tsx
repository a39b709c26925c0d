import { usePeople } from "#domains/projects/web/use-people.ts";
import { useWords } from "#ui/language.tsx";
import { SearchChoice } from "#ui/SearchChoice.tsx";
import { uiTexts } from "#ui/ui-texts.ts";

type PersonChoiceProps = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (personId: string) => void;
  readonly stacked?: boolean;
  /** What choosing nobody is called. */
  readonly nobody?: string;
};

/** Somebody of the committee, by name and department. */
export function PersonChoice({ label, value, onChange, stacked = false, nobody }: PersonChoiceProps) {
  const { say } = useWords();
  const people = usePeople();
  return (
    <SearchChoice
      stacked={stacked}
      label={label}
      value={value}
      onChange={onChange}
      options={[
        { value: "", label: nobody ?? say(uiTexts.none) },
        ...(people.data?.items ?? []).map((person) => ({
          value: person.id,
          label: person.department === null ? person.name : `${person.name} · ${person.department}`,
        })),
      ]}
    />
  );
}
