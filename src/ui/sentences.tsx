import { createContext, type ReactNode, useContext } from "react";
import type { Text } from "#kernel/texts.ts";
import { useWords } from "#ui/language.tsx";
import { uiTexts } from "#ui/ui-texts.ts";

/** Sentences by code, of errors and of refusals, from all domains together. */
export type Sentences = Readonly<Record<string, Text>>;

/** What a failed request carries: the code and parameters of problem+json. */
export type Refusal = {
  readonly code: string;
  readonly kind: string;
  readonly params: Readonly<Record<string, unknown>>;
};

const SentencesContext = createContext<Sentences>({});

export function SentencesProvider({ sentences, children }: { readonly sentences: Sentences; readonly children: ReactNode }) {
  return <SentencesContext value={sentences}>{children}</SentencesContext>;
}

export const isRefusal = (error: unknown): error is Refusal =>
  typeof error === "object" && error !== null && "code" in error && "kind" in error && typeof error.code === "string";

/** A code such as `wrong-state:published` is looked up whole, then by what stands before the colon with the rest as `{value}`. */
export function useSentence(): (code: string, params?: Readonly<Record<string, unknown>>) => string {
  const sentences = useContext(SentencesContext);
  const { say, language } = useWords();
  return (code, params = {}) => {
    const whole = sentences[code];
    if (whole) return say(whole, params);
    const [head = code, ...rest] = code.split(":");
    const value = rest.join(":");
    const word = sentences[`${head}:${value}`] ?? sentences[value];
    const text = sentences[head];
    return text ? say(text, { value: word ? word[language] : value, ...params }) : code;
  };
}

export function useErrorSentence(): (error: unknown) => string {
  const sentence = useSentence();
  const { say } = useWords();
  return (error) => {
    if (isRefusal(error)) return sentence(error.code, error.params);
    if (error instanceof TypeError) return say(uiTexts.offline);
    return say(uiTexts.unexpected, { reference: error instanceof Error ? error.message.slice(0, 80) : "–" });
  };
}
