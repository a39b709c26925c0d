import { useId } from "react";

type Option = { readonly value: string; readonly label: string };
type ChoiceProps = {
  readonly label: string;
  readonly value: string;
  readonly options: readonly Option[];
  readonly onChange: (value: string) => void;
  /** In a form the label stands above, in a row of filters beside. */
  readonly stacked?: boolean;
  readonly disabled?: boolean;
};

/** The platform's own list: works on a phone, by keyboard and read aloud without further ado. */
export function Choice({ label, value, options, onChange, stacked = false, disabled = false }: ChoiceProps) {
  const id = useId();
  return (
    <div className={stacked ? "field" : "filter"}>
      <label htmlFor={id}>{label}</label>
      <select id={id} className="input" value={value} disabled={disabled} onChange={(event) => onChange(event.target.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
