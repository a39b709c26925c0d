import { useState } from "react";
import { leadStageWords } from "#domains/promotion/contract/lead.ts";
import type { LeadRow } from "#domains/promotion/contract/lead-view.ts";
import type { DuplicatePair } from "#domains/promotion/contract/pool-operations.ts";
import { claimTexts as texts } from "#domains/promotion/web/pool-web-texts.ts";
import { pool } from "#domains/promotion/web/promotion-client.ts";
import { promotionWebTexts } from "#domains/promotion/web/promotion-texts.ts";
import { ReasonForm } from "#domains/promotion/web/ReasonForm.tsx";
import type { Decision } from "#kernel/policy.ts";
import { AbilityButton } from "#ui/AbilityButton.tsx";
import { AppLink } from "#ui/AppLink.tsx";
import { useWords } from "#ui/language.tsx";
import { StateChip } from "#ui/StateChip.tsx";
import { Empty } from "#ui/StateViews.tsx";

type Asked =
  | { readonly what: "join"; readonly from: LeadRow; readonly into: LeadRow }
  | { readonly what: "apart"; readonly pair: DuplicatePair };

type DuplicatePairsProps = { readonly pairs: readonly DuplicatePair[]; readonly ability: Decision | undefined };

/** Pairs that look like one project, with every reason; a person joins them or says that they are two. */
export function DuplicatePairs({ pairs, ability }: DuplicatePairsProps) {
  const { say } = useWords();
  const [asked, setAsked] = useState<Asked>();
  const close = () => setAsked(undefined);
  if (pairs.length === 0) return <Empty title={say(texts.duplicatesNone)} hint={say(texts.duplicatesHint)} />;
  return (
    <>
      {pairs.map((pair) => (
        <article key={`${pair.one.id} ${pair.other.id}`}>
          <div className="pair">
            <Side lead={pair.one} />
            <Side lead={pair.other} />
          </div>
          <div className="pair-foot">
            <span>
              <StateChip>{say(texts.score, { score: pair.score })}</StateChip>{" "}
              <span className="quiet">{pair.reasons.map((reason) => say(reason)).join("；")}</span>
            </span>
            <span className="actions">
              {(
                [
                  [pair.other, pair.one],
                  [pair.one, pair.other],
                ] as const
              ).map(([from, into]) => (
                <AbilityButton key={into.id} size="small" ability={ability} onClick={() => setAsked({ what: "join", from, into })}>
                  {say(texts.joinInto, { code: into.code })}
                </AbilityButton>
              ))}
              <AbilityButton size="small" ability={ability} onClick={() => setAsked({ what: "apart", pair })}>
                {say(texts.apart)}
              </AbilityButton>
            </span>
          </div>
        </article>
      ))}
      {asked?.what === "join" ? (
        <ReasonForm
          title={say(texts.joinTitle, { from: asked.from.code, into: asked.into.code })}
          submit={say(texts.joinInto, { code: asked.into.code })}
          subject={`${asked.from.projectName} → ${asked.into.projectName}`}
          run={(reason) => pool.joinLeads({ id: asked.from.id, version: asked.from.version, intoId: asked.into.id, reason })}
          onClose={close}
        />
      ) : null}
      {asked?.what === "apart" ? (
        <ReasonForm
          title={say(texts.apart)}
          submit={say(texts.apart)}
          subject={`${asked.pair.one.projectName} / ${asked.pair.other.projectName}`}
          run={(reason) => pool.keepApart({ id: asked.pair.one.id, otherId: asked.pair.other.id, reason })}
          onClose={close}
        />
      ) : null}
    </>
  );
}

function Side({ lead }: { readonly lead: LeadRow }) {
  const { say } = useWords();
  return (
    <div>
      <p>
        <AppLink to={`/promotion/leads/${lead.id}`}>{lead.projectName}</AppLink> <span className="quiet">{lead.code}</span>
      </p>
      <span>{lead.party}</span>
      <span className="quiet">
        {say(texts.stands, { stage: say(leadStageWords[lead.stage]), owner: lead.owner ?? say(promotionWebTexts.inPool) })}
      </span>
    </div>
  );
}
