import { journalActorTexts } from "#domains/system/web/journal-texts.ts";
import { useWords } from "#ui/language.tsx";

/** The name of whoever acted; those that are no person have one as well. */
export function useActorName(): (actor: string) => string {
  const { say } = useWords();
  return (actor) => {
    const known = journalActorTexts[actor];
    return known ? say(known) : actor;
  };
}
