import { useWords } from "#ui/language.tsx";

/** Shows the language one can change to, in its own name. */
export function LanguageSwitch() {
  const { language, setLanguage } = useWords();
  const other = language === "zh" ? "en" : "zh";
  return (
    <button type="button" className="bar-button" lang={other === "zh" ? "zh-CN" : "en"} onClick={() => setLanguage(other)}>
      {other === "zh" ? "中文" : "English"}
    </button>
  );
}
