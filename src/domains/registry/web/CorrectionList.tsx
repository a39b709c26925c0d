import type { ReactNode } from "react";
import { fieldWords } from "#domains/registry/contract/enterprise.ts";
import { correctionStateTexts, correctionTexts } from "#domains/registry/web/correction-texts.ts";
import type { AskedCorrection } from "#domains/registry/web/enterprise-view.ts";
import { sayField } from "#domains/registry/web/say-field.ts";
import { useWords } from "#ui/language.tsx";
import { StateChip } from "#ui/StateChip.tsx";

export const CORRECTION_TONES = { ASKED: "active", ACCEPTED: "done", REFUSED: "plain", WITHDRAWN: "muted" } as const;

type CorrectionListProps = {
  readonly corrections: readonly AskedCorrection[];
  /** What can be done with one. */
  readonly act?: (correction: AskedCorrection) => ReactNode;
};

/** What was asked for, why, and what became of it. */
export function CorrectionList({ corrections, act }: CorrectionListProps) {
  const { say } = useWords();
  return (
    <ul className="list">
      {corrections.map((one) => (
        <li key={one.id} className="asked">
          <span className="list-line">
            <span>
              {say(correctionTexts.of, { field: say(fieldWords[one.field]) })}
              <CorrectionChange correction={one} />
            </span>
            <StateChip tone={CORRECTION_TONES[one.state]}>{say(correctionStateTexts[one.state])}</StateChip>
          </span>
          <span className="quiet">
            {one.because} · <span className="registry-day">{say(correctionTexts.by, { by: one.askedBy, day: one.askedOn })}</span>
          </span>
          {one.answer === null ? null : (
            <span>
              {say(correctionTexts.answered, { answer: one.answer })}{" "}
              <span className="quiet registry-day">
                {say(correctionTexts.by, { by: one.answeredBy ?? "–", day: one.answeredOn ?? "–" })}
              </span>
            </span>
          )}
          {act ? act(one) : null}
        </li>
      ))}
    </ul>
  );
}

/** From what to what. */
export function CorrectionChange({ correction }: { readonly correction: AskedCorrection }) {
  const { say, language } = useWords();
  const words = (value: string | null) =>
    value === null || value === "" ? say(correctionTexts.nothing) : sayField(correction.field, value, language);
  return (
    <span>
      {words(correction.before)} → <strong>{words(correction.asked)}</strong>
    </span>
  );
}
