import { useId } from "react";
import type { z } from "zod";
import { leadStageWords } from "#domains/promotion/contract/lead.ts";
import type { BoardCard, leadOperations } from "#domains/promotion/contract/lead-operations.ts";
import { LeadDue } from "#domains/promotion/web/LeadDue.tsx";
import { useLeadMoney } from "#domains/promotion/web/lead-money.ts";
import { promotionWebTexts as texts } from "#domains/promotion/web/promotion-texts.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { useWords } from "#ui/language.tsx";
import { useSentence } from "#ui/sentences.tsx";

type Column = z.output<typeof leadOperations.board.output>["columns"][number];

/** One stage: how many, how much, how many late; its cards scroll within. */
export function BoardColumn({ column }: { readonly column: Column }) {
  const { say } = useWords();
  const { short } = useLeadMoney();
  const id = useId();
  const rest = column.count - column.cards.length;
  return (
    <section className="board-column" aria-labelledby={id}>
      <header className="board-head">
        <h2 id={id}>
          {say(leadStageWords[column.stage])} <span className="quiet">{say(texts.columnHead, { count: column.count })}</span>
        </h2>
        <p>
          {column.amountYuan === "0" ? "–" : short(column.amountYuan)}
          {column.late > 0 ? <span className="lead-late"> · {say(texts.columnLate, { count: column.late })}</span> : null}
        </p>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard */}
      <ul className="board-cards" tabIndex={0} aria-labelledby={id}>
        {column.cards.map((card) => (
          <Card key={card.id} card={card} />
        ))}
        {column.cards.length === 0 ? <li className="board-none">{say(texts.columnEmpty)}</li> : null}
        {rest > 0 ? (
          <li className="board-none">
            <AppLink to="/promotion/leads" search={{ stage: column.stage, status: "ACTIVE" }}>
              {say(texts.more, { count: rest })}
            </AppLink>
          </li>
        ) : null}
      </ul>
    </section>
  );
}

function Card({ card }: { readonly card: BoardCard }) {
  const { say } = useWords();
  const { short } = useLeadMoney();
  const sentence = useSentence();
  return (
    <li className="board-card">
      <AppLink to={`/promotion/leads/${card.id}`} className="board-name">
        {card.projectName}
      </AppLink>
      <span className="board-party">{card.party}</span>
      <span className="board-line">
        <span>{short(card.amountYuan)}</span>
        <span className="quiet">{card.owner ?? say(texts.inPool)}</span>
      </span>
      {card.due === null ? null : (
        <span className="board-line">
          <LeadDue due={card.due} />
        </span>
      )}
      {card.next === null ? null : card.next.missing.length === 0 ? (
        <span className="board-ready">{say(texts.ready, { stage: say(leadStageWords[card.next.to]) })}</span>
      ) : (
        <ul className="board-missing">
          {card.next.missing.map((code) => (
            <li key={code}>{sentence(code)}</li>
          ))}
        </ul>
      )}
    </li>
  );
}
