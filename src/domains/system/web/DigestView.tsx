import type { DigestRow } from "#domains/system/contract/journal-operations.ts";
import { digestTexts, suiteTexts } from "#domains/system/web/digest-texts.ts";
import { useWords } from "#ui/language.tsx";
import { useTimes } from "#ui/use-times.ts";

/** Everything that was signed, to be read off and compared. */
export function DigestView({ digest }: { readonly digest: DigestRow }) {
  const { say, language } = useWords();
  const { moment } = useTimes();
  return (
    <dl className="facts">
      <dt>{say(digestTexts.day)}</dt>
      <dd>{digest.day}</dd>
      <dt>{say(digestTexts.signedAt)}</dt>
      <dd>{moment(digest.signedAt)}</dd>
      <dt>{say(digestTexts.entries)}</dt>
      <dd>
        {digest.firstEntry} – {digest.lastEntry}
      </dd>
      <dt>{say(digestTexts.suite)}</dt>
      <dd>{suiteTexts[digest.suite]?.[language] ?? digest.suite}</dd>
      <dt>{say(digestTexts.root)}</dt>
      <dd className="code">{digest.root || "–"}</dd>
      <dt>{say(digestTexts.lastHash)}</dt>
      <dd className="code">{digest.lastHash}</dd>
      <dt>{say(digestTexts.previous)}</dt>
      <dd className="code">{digest.previousDigest || "–"}</dd>
      <dt>{say(digestTexts.key)}</dt>
      <dd className="code">{digest.keyId}</dd>
      <dt>{say(digestTexts.signature)}</dt>
      <dd className="code">{digest.signature}</dd>
    </dl>
  );
}
