import { claimKindWords, claimStateWords } from "#domains/promotion/contract/lead.ts";
import type { LeadPart } from "#domains/promotion/web/lead-of-page.ts";
import { leadTexts as texts } from "#domains/promotion/web/lead-page-texts.ts";
import { claimTexts } from "#domains/promotion/web/pool-web-texts.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";
import { StateChip } from "#ui/StateChip.tsx";

/** Who says the project is theirs: counted once all the same. */
export function LeadClaims({ lead }: LeadPart) {
  const { say } = useWords();
  const disputed = lead.claims.some(({ state }) => state === "DISPUTED");
  return (
    <Section title={say(texts.claims)} aside={disputed ? <AppLink to="/promotion/claims">{say(claimTexts.toDecide)}</AppLink> : null}>
      {lead.claims.length === 0 ? (
        <p className="section-body quiet">{say(texts.claimsNone)}</p>
      ) : (
        <ul className="list">
          {lead.claims.map((claim) => (
            <li key={claim.id}>
              <div className="list-line">
                <span>
                  {say(claimKindWords[claim.kind])} · {claim.team} <span className="quiet">{claim.talkedOn}</span>
                </span>
                <StateChip tone={claim.state === "VALID" ? "active" : claim.state === "DISPUTED" ? "alert" : "muted"}>
                  {say(claimStateWords[claim.state])}
                </StateChip>
              </div>
              {claim.state === "VALID" && claim.protectedUntil !== null ? (
                <span className="quiet">{say(claimTexts.protectedUntil, { day: claim.protectedUntil })}</span>
              ) : null}
              {claim.decision === null ? null : <span className="quiet">{claim.decision}</span>}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
