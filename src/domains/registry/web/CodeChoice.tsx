import { useQuery } from "@tanstack/react-query";
import { registry } from "#domains/registry/web/registry-client.ts";
import { Choice } from "#ui/Choice.tsx";

type CodeChoiceProps = {
  readonly of: "region" | "class";
  readonly label: string;
  readonly value: string;
  readonly onChange: (code: string) => void;
  /** What choosing none is called. */
  readonly nothing: string;
};
type LevelProps = CodeChoiceProps & { readonly under: string | undefined };
type Code = { readonly code: string; readonly name: string; readonly leaf: boolean };

/** A division or a class, level by level: each choice opens the one below it. */
export function CodeChoice(props: CodeChoiceProps) {
  return (
    <div className="code-choice">
      <Level {...props} under={undefined} />
    </div>
  );
}

const REGION_LENGTH = 6;

async function codesUnder(of: "region" | "class", under: string | undefined): Promise<readonly Code[]> {
  if (of === "class") return (await registry.listClasses(under === undefined ? {} : { under })).items;
  const { items } = await registry.listRegions(under === undefined ? {} : { under });
  return items.map((item) => ({ ...item, leaf: item.code.length >= REGION_LENGTH }));
}

function Level({ of, label, value, onChange, nothing, under }: LevelProps) {
  const codes = useQuery({ queryKey: ["registry-codes", of, under], queryFn: () => codesUnder(of, under), staleTime: 3_600_000 });
  const items = codes.data ?? [];
  if (items.length === 0 && under !== undefined) return null;
  const chosen = items.find((item) => value.startsWith(item.code));
  return (
    <>
      <Choice
        stacked
        label={chosen === undefined || under === undefined ? label : `${label} ${under}`}
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
