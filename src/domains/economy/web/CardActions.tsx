import { useState } from "react";
import type { ReportCard } from "#domains/economy/contract/report-card.ts";
import { CARD_MOVES, type CardMove } from "#domains/economy/web/card-moves.ts";
import { cardTexts } from "#domains/economy/web/card-texts.ts";
import { MoveCard } from "#domains/economy/web/MoveCard.tsx";
import { AbilityButton } from "#ui/AbilityButton.tsx";
import { AppLink } from "#ui/AppLink.tsx";
import { useWords } from "#ui/language.tsx";
import { useViewer } from "#ui/viewer.tsx";

/** The next step first; what cannot be done now stays out of the way, except the step that comes next and says what it waits for. */
export function CardActions({ card, slug }: { readonly card: ReportCard; readonly slug: string | null }) {
  const { say } = useWords();
  const { zone } = useViewer();
  const [moving, setMoving] = useState<CardMove>();
  const shown = CARD_MOVES.filter((move) => move.from.includes(card.state));
  return (
    <>
      {slug ? (
        <AppLink to={`/public/${zone.slug}/${slug}`} className="button-link button-link-plain">
          {say(cardTexts.publicPage)}
        </AppLink>
      ) : null}
      {[...shown].reverse().map((move) => (
        <AbilityButton
          key={move.name}
          type={move === shown[0] ? "primary" : "default"}
          ability={card.abilities[move.name]}
          onClick={() => setMoving(move)}
        >
          {say(move.text)}
        </AbilityButton>
      ))}
      {moving ? <MoveCard card={card} move={moving} onClose={() => setMoving(undefined)} /> : null}
    </>
  );
}
