import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { type Language, say, type Text } from "#kernel/texts.ts";

type Words = {
  readonly language: Language;
  readonly setLanguage: (language: Language) => void;
  readonly say: (text: Text, params?: Readonly<Record<string, unknown>>) => string;
};

const LanguageContext = createContext<Words | undefined>(undefined);
const STORED = "yuanshu.language";

const storedLanguage = (): Language => {
  try {
    return localStorage.getItem(STORED) === "en" ? "en" : "zh";
  } catch {
    return "zh";
  }
};

export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(storedLanguage);
  useEffect(() => {
    document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
    try {
      localStorage.setItem(STORED, language);
    } catch {
      // A browser that stores nothing forgets the choice; the page works.
    }
  }, [language]);
  const words = useMemo<Words>(() => ({ language, setLanguage, say: (text, params) => say(text, language, params) }), [language]);
  return <LanguageContext value={words}>{children}</LanguageContext>;
}

export function useWords(): Words {
  const words = useContext(LanguageContext);
  if (!words) throw new Error("useWords outside LanguageProvider");
  return words;
}
