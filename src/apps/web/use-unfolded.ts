import { useEffect, useState } from "react";

const STORED = "yuanshu-menu";
type Chosen = Readonly<Record<string, boolean>>;

/** Which groups of the menu are open: the one that one stands in, what this browser opened or folded before, else what the role works with daily. */
export function useUnfolded(here: string | undefined, daily: ReadonlySet<string>) {
  const [chosen, setChosen] = useState<Chosen>(readChosen);
  const choose = (name: string, open: boolean) =>
    setChosen((before) => {
      const after = { ...before, [name]: open };
      keepChosen(after);
      return after;
    });
  // Coming into a group opens it, even one that was folded; folding it there counts until one comes again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only on arrival
  useEffect(() => {
    if (here !== undefined && chosen[here] === false) choose(here, true);
  }, [here]);
  return { isOpen: (name: string) => chosen[name] ?? (name === here || daily.has(name)), choose };
}

/** Some browsers refuse to remember anything: then the menu opens as it does at first. */
function readChosen(): Chosen {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(STORED) ?? "{}");
    if (typeof read !== "object" || read === null) return {};
    return Object.fromEntries(Object.entries(read).filter((entry): entry is [string, boolean] => typeof entry[1] === "boolean"));
  } catch {
    return {};
  }
}

function keepChosen(chosen: Chosen): void {
  try {
    localStorage.setItem(STORED, JSON.stringify(chosen));
  } catch {
    // It stays open for this visit.
  }
}
