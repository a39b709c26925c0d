import type { z } from "zod";
import type { CardRow, NextCardMove } from "#domains/economy/contract/economy-operations.ts";
import { cardTexts } from "#domains/economy/web/card-texts.ts";
import { WaitsFor } from "#domains/economy/web/WaitsFor.tsx";
import { useWords } from "#ui/language.tsx";
import { useSentence } from "#ui/sentences.tsx";

type CardNextProps = {
  readonly waiting: z.infer<typeof CardRow>["waitsFor"];
  readonly next: readonly z.infer<typeof NextCardMove>[];
};

/** Who has to act before the card goes on, and what is missing until then. */
export function CardNext({ waiting, next }: CardNextProps) {
  const { say } = useWords();
  const sentence = useSentence();
  if (waiting === null) return null;
  const missing = next.find((one) => one.move === waiting.move)?.missing ?? [];
  return (
    <p className="notice">
      <WaitsFor waiting={waiting} />
      {missing.length > 0 ? <> · {say(cardTexts.needs, { needs: missing.map((need) => sentence(need)) })}</> : null}
    </p>
  );
}
