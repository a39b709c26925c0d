import { type ReactNode, useState } from "react";
import type { Candidate, Screening } from "#domains/promotion/contract/screening-operations.ts";
import { NoteSignal } from "#domains/promotion/web/NoteSignal.tsx";
import { ScoreBar } from "#domains/promotion/web/ScoreBar.tsx";
import { ScoreTerms } from "#domains/promotion/web/ScoreTerms.tsx";
import { screeningWebTexts as texts } from "#domains/promotion/web/screening-web-texts.ts";
import { AbilityButton } from "#ui/AbilityButton.tsx";
import { AppLink } from "#ui/AppLink.tsx";
import { Drawer } from "#ui/Drawer.tsx";
import { useWords } from "#ui/language.tsx";
import { useAddress } from "#ui/use-address.ts";

/** The enterprise that the address names, with its score opened into terms. */
export function CandidateDrawer({ screening }: { readonly screening: Screening }) {
  const { say } = useWords();
  const [address, change] = useAddress();
  const [noting, setNoting] = useState(false);
  const candidate = screening.items.find(({ enterprise }) => enterprise.id === address["enterprise"]);
  if (candidate === undefined) return null;
  const { enterprise } = candidate;
  return (
    <>
      {noting ? null : (
        <CandidateBody candidate={candidate} onClose={() => change({ enterprise: "" })}>
          <AbilityButton ability={screening.abilities["note"]} onClick={() => setNoting(true)}>
            {say(texts.noteSignal)}
          </AbilityButton>
        </CandidateBody>
      )}
      {noting ? <NoteSignal enterprise={enterprise} onClose={() => setNoting(false)} /> : null}
    </>
  );
}

type BodyProps = { readonly candidate: Candidate; readonly onClose: () => void; readonly children: ReactNode };

/** One enterprise beside the page: its score opened into terms, where it stands already, and what can be done with it. */
export function CandidateBody({ candidate: { enterprise, score, lists, leads }, onClose, children }: BodyProps) {
  const { say } = useWords();
  return (
    <Drawer open title={enterprise.name} onClose={onClose}>
      <p className="quiet">{[enterprise.identifier, enterprise.className, enterprise.region].filter(Boolean).join(" · ")}</p>
      <ScoreBar known={score.known} possible={score.possible} terms={score.terms} />
      <p>{say(texts.scoreSaid, { known: score.known, possible: score.possible })}</p>
      <ScoreTerms score={score} />
      <p className="actions">
        <AppLink to="/promotion/paths" search={{ target: enterprise.id }}>
          {say(texts.paths)}
        </AppLink>
        <AppLink to={`/registry/${enterprise.id}`}>{say(texts.openRegister)}</AppLink>
        {lists.map(({ id, name }) => (
          <AppLink key={id} to={`/promotion/targets/${id}`}>
            {say(texts.onList, { name })}
          </AppLink>
        ))}
        {leads.map(({ id, code }) => (
          <AppLink key={id} to={`/promotion/leads/${id}`}>
            {say(texts.lead, { code })}
          </AppLink>
        ))}
      </p>
      <div className="actions">{children}</div>
    </Drawer>
  );
}
