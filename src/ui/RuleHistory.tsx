import type { Text } from "#kernel/texts.ts";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";
import { ruleHistoryTexts as texts } from "#ui/rule-history-texts.ts";
import { StateChip } from "#ui/StateChip.tsx";
import { useTimes } from "#ui/use-times.ts";

type Version = {
  readonly version: number;
  readonly effectiveOn: string;
  readonly reason: string;
  readonly changedOn: string;
  readonly changedBy: string;
};
type Change = { readonly what: Text; readonly from: Text; readonly to: Text };

type RuleHistoryProps<Of extends Version> = {
  /** Oldest first; the first is the platform's own. */
  readonly versions: readonly Of[];
  readonly present: number;
  readonly today: string;
  readonly changesBetween: (before: Of, after: Of) => readonly Change[];
};

/** Versions of rules that are data, newest first: who changed what, when, and why. */
export function RuleHistory<Of extends Version>({ versions, present, today, changesBetween }: RuleHistoryProps<Of>) {
  const { say } = useWords();
  const { day } = useTimes();
  return (
    <Section title={say(texts.versions)}>
      <ol className="list" reversed>
        {versions
          .map((version, place) => ({ version, before: versions[place - 1] }))
          .reverse()
          .map(({ version, before }) => {
            const replaced = versions.some((other) => other.version > version.version && other.effectiveOn <= version.effectiveOn);
            return (
              <li key={version.version} className="stack-small">
                <div className="list-line">
                  <span className="actions">
                    <strong>{say(texts.version, { version: version.version })}</strong>
                    {before === undefined ? null : say(texts.effective, { day: day(version.effectiveOn) })}
                    {version.version === present ? <StateChip tone="active">{say(texts.here)}</StateChip> : null}
                    {version.effectiveOn > today ? <StateChip>{say(replaced ? texts.replaced : texts.later)}</StateChip> : null}
                  </span>
                  <span className="quiet">
                    {before === undefined ? say(texts.first) : say(texts.by, { name: version.changedBy, day: version.changedOn })}
                  </span>
                </div>
                {before === undefined ? null : (
                  <>
                    <p>{version.reason}</p>
                    <Changes changes={changesBetween(before, version)} />
                  </>
                )}
              </li>
            );
          })}
      </ol>
    </Section>
  );
}

function Changes({ changes }: { readonly changes: readonly Change[] }) {
  const { say } = useWords();
  if (changes.length === 0) return <p className="quiet">{say(texts.unchanged)}</p>;
  return (
    <ul className="bullets">
      {changes.map((change) => (
        <li key={change.what.en}>{say(texts.fromTo, { what: say(change.what), from: say(change.from), to: say(change.to) })}</li>
      ))}
    </ul>
  );
}
