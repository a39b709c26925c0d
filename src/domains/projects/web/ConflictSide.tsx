import { stageWords } from "#domains/projects/contract/project.ts";
import type { RegisterConflict } from "#domains/projects/contract/register-conflict.ts";
import { registerConflictTexts } from "#domains/projects/web/register-conflict-texts.ts";
import { compare, type Decimal, shift } from "#kernel/decimal.ts";
import { Figure } from "#ui/Figure.tsx";
import { useWords } from "#ui/language.tsx";
import { useTimes } from "#ui/use-times.ts";

type ConflictSideProps = { readonly field: RegisterConflict["field"]; readonly value: string; readonly name: string };

const HUNDRED_MILLION = "100000000" as Decimal;

/** What one side says: an amount in the unit that officials use, a stage in its word, or a day. */
export function ConflictSide({ field, value, name }: ConflictSideProps) {
  const { say } = useWords();
  const { day } = useTimes();
  if (field === "amount") {
    const large = compare(value as Decimal, HUNDRED_MILLION) >= 0;
    return <Figure value={shift(value as Decimal, large ? -8 : -4)} unit={large ? "亿元" : "万元"} name={name} />;
  }
  if (field !== "stage") return <>{day(value)}</>;
  if (value === "NONE") return <>{say(registerConflictTexts.none)}</>;
  return <>{value in stageWords ? say(stageWords[value as keyof typeof stageWords]) : value}</>;
}
