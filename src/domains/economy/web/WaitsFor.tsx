import type { z } from "zod";
import type { Waiting } from "#domains/economy/contract/economy-operations.ts";
import { cardTexts, dutyTexts } from "#domains/economy/web/card-texts.ts";
import { roleTexts } from "#domains/system/contract/system-texts.ts";
import { useWords } from "#ui/language.tsx";

/** On whom a card waits: the duty, and the role that has it. */
export function WaitsFor({ waiting }: { readonly waiting: z.infer<typeof Waiting> }) {
  const { say } = useWords();
  const duty = dutyTexts[waiting.move];
  return <>{say(cardTexts.waitsFor, { duty: duty ? say(duty) : waiting.move, role: say(roleTexts[waiting.by]) })}</>;
}
