import { createContext, type ReactNode, useContext } from "react";
import { AppError, type ErrorParams } from "#kernel/app-error.ts";
import { type ErrorTexts, sentenceOf } from "#kernel/error-sentence.ts";
import { useWords } from "#ui/language.tsx";
import { uiTexts } from "#ui/ui-texts.ts";

const SentencesContext = createContext<ErrorTexts>({});

export function SentencesProvider({ sentences, children }: { readonly sentences: ErrorTexts; readonly children: ReactNode }) {
  return <SentencesContext value={sentences}>{children}</SentencesContext>;
}

export const isRefusal = (error: unknown): error is AppError => error instanceof AppError;

/** The sentence of a code, with its argument after the colon (`wrong-state:DRAFT`) or its parameters. */
export function useSentence(): (code: string, params?: ErrorParams) => string {
  const sentences = useContext(SentencesContext);
  const { language } = useWords();
  return (code, params = {}) => sentenceOf({ code, params }, sentences, language);
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
