import { useQuery } from "@tanstack/react-query";
import { type CodeKind, codesUnder } from "#domains/registry/web/use-code-name.ts";
import { Choice } from "#ui/Choice.tsx";

type CodeChoiceProps = {
  readonly of: CodeKind;
  readonly label: string;
  readonly value: string;
  readonly onChange: (code: string) => void;
  /** What choosing none is called. */
  readonly nothing: string;
};
type LevelProps = CodeChoiceProps & { readonly under: string | undefined };

/** A division or a class, level by level: each choice opens the one below it. */
export function CodeChoice(props: CodeChoiceProps) {
  return (
    <div className="code-choice">
      <Level {...props} under={undefined} />
    </div>
  );
}

function Level({ of, label, value, onChange, nothing, under }: LevelProps) {
  const codes = useQuery(codesUnder(of, under));
  const items = codes.data ?? [];
  if (items.length === 0 && under !== undefined) return null;
  const chosen = items.find((item) => value.startsWith(item.code));
  return (
    <>
      <Choice
        stacked
        label={under === undefined ? label : `${label} ${under}`}
        value={chosen?.code ?? ""}
        onChange={(code) => onChange(code === "" ? (under ?? "") : code)}
        options={[
          { value: "", label: nothing },
          ...items.map(({ code, name }) => ({ value: code, label: of === "class" ? `${code} ${name}` : name })),
        ]}
      />
      {chosen === undefined || chosen.leaf ? null : (
        <Level of={of} label={label} value={value} onChange={onChange} nothing={nothing} under={chosen.code} />
      )}
    </>
  );
}
