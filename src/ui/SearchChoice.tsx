import { Select } from "antd";
import { useId } from "react";
import { useWords } from "#ui/language.tsx";
import { uiTexts } from "#ui/ui-texts.ts";

type Option = { readonly value: string; readonly label: string };
type SearchChoiceProps = {
  readonly label: string;
  readonly value: string;
  readonly options: readonly Option[];
  readonly onChange: (value: string) => void;
  readonly stacked?: boolean;
};

/** A list too long to scroll through: typing narrows it. */
export function SearchChoice({ label, value, options, onChange, stacked = false }: SearchChoiceProps) {
  const { say } = useWords();
  const id = useId();
  return (
    <div className={stacked ? "field" : "filter"}>
      <label htmlFor={id}>{label}</label>
      <Select
        id={id}
        className="search-choice"
        aria-label={label}
        value={value}
        options={[...options]}
        onChange={onChange}
        showSearch={{ optionFilterProp: "label" }}
        notFoundContent={say(uiTexts.noMatch)}
        popupMatchSelectWidth={280}
        getPopupContainer={(trigger) => trigger.closest("dialog") ?? document.body}
      />
    </div>
  );
}
