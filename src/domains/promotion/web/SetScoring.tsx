import { useState } from "react";
import {
  MEASURES,
  type Measure,
  measureWords,
  type ScoringContent,
  type ScoringVersion,
  VetoKind,
  vetoWords,
} from "#domains/promotion/contract/screening.ts";
import { readMarks, writeMarks } from "#domains/promotion/web/marks-draft.ts";
import { screeningWebTexts as texts } from "#domains/promotion/web/screening-web-texts.ts";
import { screening, TARGETS_TOUCHED } from "#domains/promotion/web/target-client.ts";
import { localDate } from "#kernel/local-date.ts";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";
import { useViewer } from "#ui/viewer.tsx";

type SetScoringProps = { readonly newest: ScoringVersion; readonly onClose: () => void };
type Typed = Readonly<Record<Measure, string>>;

/** Points and vetoes of a new version; how each measure is made stays as it is. */
export function SetScoring({ newest: { content, version }, onClose }: SetScoringProps) {
  const { say } = useWords();
  const { today } = useViewer();
  const [typed, setTyped] = useState<Typed>(
    () => Object.fromEntries(MEASURES.map((measure) => [measure, writeMarks(content.terms[measure].marks)])) as Typed,
  );
  const [vetoes, setVetoes] = useState<readonly VetoKind[]>(content.vetoes.map(({ kind }) => kind));
  const [effectiveOn, setEffectiveOn] = useState<string>(today);
  const [source, setSource] = useState("");
  const [reason, setReason] = useState("");
  const [unread, setUnread] = useState<Measure>();
  const send = useCommand(
    (terms: ScoringContent["terms"]) =>
      screening.setScoring({
        content: {
          ...content,
          terms,
          vetoes: vetoes.map((kind) => ({ kind, source: content.vetoes.find((veto) => veto.kind === kind)?.source ?? source })),
        },
        effectiveOn: localDate(effectiveOn),
        reason,
        basedOn: version,
      }),
    TARGETS_TOUCHED,
    onClose,
  );
  const submit = () => {
    const wrong = MEASURES.find((measure) => readMarks(typed[measure]) === undefined);
    setUnread(wrong);
    if (wrong !== undefined) return;
    const terms = Object.fromEntries(
      MEASURES.map((measure) => {
        const before = content.terms[measure];
        const changed = typed[measure] !== writeMarks(before.marks);
        return [measure, { marks: readMarks(typed[measure]) ?? before.marks, source: changed ? source : before.source }];
      }),
    );
    send.mutate(terms as ScoringContent["terms"]);
  };
  return (
    <CommandForm
      open
      title={say(texts.setScoring)}
      submit={say(texts.setScoring)}
      busy={send.isPending}
      error={send.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className="quiet">{say(texts.marksHint)}</p>
      {MEASURES.map((measure) => (
        <Field
          key={measure}
          label={say(measureWords[measure])}
          value={typed[measure]}
          onChange={(value) => setTyped({ ...typed, [measure]: value })}
          required
        />
      ))}
      {unread ? (
        <p className="problems" role="alert">
          {say(texts.marksBad, { term: say(measureWords[unread]) })}
        </p>
      ) : null}
      <fieldset className="lead-part">
        <legend>{say(texts.vetoes)}</legend>
        {VetoKind.options.map((kind) => (
          <label key={kind} className="check">
            <input
              type="checkbox"
              checked={vetoes.includes(kind)}
              onChange={(event) => setVetoes(event.target.checked ? [...vetoes, kind] : vetoes.filter((one) => one !== kind))}
            />
            {say(vetoWords[kind])}
          </label>
        ))}
      </fieldset>
      <Field label={say(texts.source)} value={source} onChange={setSource} required minLength={2} maxLength={200} />
      <Field label={say(texts.effectiveOn)} type="date" value={effectiveOn} onChange={setEffectiveOn} required />
      <Field label={say(texts.reason)} value={reason} onChange={setReason} rows={3} required minLength={2} maxLength={500} />
    </CommandForm>
  );
}
