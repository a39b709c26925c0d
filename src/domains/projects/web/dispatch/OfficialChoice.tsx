import { useOfficials } from "#domains/projects/web/dispatch/dispatch-client.ts";
import { useWords } from "#ui/language.tsx";
import { SearchChoice } from "#ui/SearchChoice.tsx";
import { uiTexts } from "#ui/ui-texts.ts";

type OfficialChoiceProps = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (id: string) => void;
  /** What stands for nobody; without it somebody has to be chosen. */
  readonly nobody?: string;
};

/** An official of the zone, found by name or department. */
export function OfficialChoice({ label, value, onChange, nobody }: OfficialChoiceProps) {
  const { say } = useWords();
  const officials = useOfficials();
  const options = (officials.data?.items ?? []).map((one) => ({
    value: one.id,
    label: one.department === null ? one.name : `${one.name}（${one.department}）`,
  }));
  return (
    <SearchChoice
      stacked
      label={label}
      value={value}
      onChange={onChange}
      options={[{ value: "", label: nobody ?? say(uiTexts.none) }, ...options]}
    />
  );
}
