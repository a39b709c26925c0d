import { useQuery } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext } from "react";
import type { ErrorTexts } from "#kernel/error-sentence.ts";
import { useWords } from "#ui/language.tsx";
import { useSentence } from "#ui/sentences.tsx";

type Load = () => Promise<ErrorTexts>;
const LoadContext = createContext<Load>(async () => ({}));

/** How the names of all operations are fetched; nothing is until a page speaks of operations. */
export function OperationNamesProvider({ load, children }: { readonly load: Load; readonly children: ReactNode }) {
  return <LoadContext value={load}>{children}</LoadContext>;
}

/** Every operation by its name, for a list to choose from; empty until the names have come. */
export function useOperationNames(): readonly { readonly value: string; readonly label: string }[] {
  const load = useContext(LoadContext);
  const { data: names } = useQuery({ queryKey: ["operation-names"], queryFn: load, staleTime: Number.POSITIVE_INFINITY });
  const { say } = useWords();
  return Object.entries(names ?? {})
    .map(([value, text]) => ({ value, label: say(text) }))
    .sort((one, other) => one.label.localeCompare(other.label, "zh-CN"));
}

/** The name of an operation in the words of its summary; until the names have come, and for one that is no more, its code. */
export function useOperationName(): (operation: string) => string {
  const load = useContext(LoadContext);
  const { data: names } = useQuery({ queryKey: ["operation-names"], queryFn: load, staleTime: Number.POSITIVE_INFINITY });
  const { say } = useWords();
  const sentence = useSentence();
  return (operation) => {
    const name = names?.[operation];
    return name === undefined ? sentence(operation) : say(name);
  };
}
