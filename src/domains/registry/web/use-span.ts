import { enterpriseTexts } from "#domains/registry/web/enterprise-texts.ts";
import { useWords } from "#ui/language.tsx";

/** From when to when, with either end unknown or open. */
export function useSpan(): (from: string | null, to: string | null) => string {
  const { say } = useWords();
  return (from, to) => {
    if (from !== null && to !== null) return say(enterpriseTexts.span, { from, to });
    if (from !== null) return say(enterpriseTexts.since, { from });
    return to === null ? "" : say(enterpriseTexts.until, { to });
  };
}
