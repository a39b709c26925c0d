import { Button } from "antd";
import { useId, useState } from "react";
import { useWords } from "#ui/language.tsx";
import { uiTexts } from "#ui/ui-texts.ts";

/** A key or address that is kept nowhere in clear: to be copied now. */
export function ShownOnce({ label, value, hint }: { readonly label: string; readonly value: string; readonly hint: string }) {
  const { say } = useWords();
  const id = useId();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(value);
    setCopied(true);
  };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div className="copy-once">
        <input
          id={id}
          className="input"
          readOnly
          value={value}
          data-first
          aria-describedby={`${id}-hint`}
          onFocus={(event) => event.target.select()}
        />
        <Button onClick={() => void copy()}>{say(copied ? uiTexts.copied : uiTexts.copy)}</Button>
      </div>
      <span id={`${id}-hint`} className="hint">
        {hint}
      </span>
    </div>
  );
}
