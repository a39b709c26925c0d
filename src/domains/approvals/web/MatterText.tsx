import { useId } from "react";
import { reviseTexts } from "#domains/approvals/web/matter-texts.ts";
import { useWords } from "#ui/language.tsx";

export function MatterText({ text, onChange }: { readonly text: string; readonly onChange: (text: string) => void }) {
  const { say } = useWords();
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{say(reviseTexts.whole)}</label>
      <textarea
        id={id}
        className="input code"
        rows={24}
        spellCheck={false}
        value={text}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onChange(event.target.value)}
      />
      <span id={`${id}-hint`} className="hint">
        {say(reviseTexts.wholeHint)}
      </span>
    </div>
  );
}
