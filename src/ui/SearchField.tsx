import { useEffect, useId, useState } from "react";
import { useWords } from "#ui/language.tsx";
import { uiTexts } from "#ui/ui-texts.ts";

type SearchFieldProps = { readonly value: string; readonly onChange: (value: string) => void; readonly label?: string };

/** Looks when one stops typing. */
export function SearchField({ value, onChange, label }: SearchFieldProps) {
  const { say } = useWords();
  const id = useId();
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what is typed starts the wait
  useEffect(() => {
    if (typed === value) return;
    const wait = setTimeout(() => onChange(typed), 300);
    return () => clearTimeout(wait);
  }, [typed]);
  return (
    <div className="filter">
      <label htmlFor={id}>{label ?? say(uiTexts.search)}</label>
      <input
        id={id}
        type="search"
        className="input search"
        value={typed}
        maxLength={80}
        onChange={(event) => setTyped(event.target.value)}
      />
    </div>
  );
}
