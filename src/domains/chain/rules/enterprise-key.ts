/** What two spellings of one enterprise's name have in common: width, case, spaces and brackets aside. */
const nameKey = (name: string): string =>
  name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s()（）·.,，、-]/gu, "");

/** The same for one enterprise wherever it is named: its id in the register, else its credit code, else its name. */
export const enterpriseKey = ({
  id,
  uscc,
  name,
}: {
  readonly id: string | null;
  readonly uscc: string | null;
  readonly name: string;
}): string => id ?? uscc ?? `name:${nameKey(name)}`;
