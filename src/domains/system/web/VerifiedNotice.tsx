import type { JournalReport } from "#domains/system/contract/journal-operations.ts";
import { journalTexts } from "#domains/system/web/journal-texts.ts";
import { useWords } from "#ui/language.tsx";
import { useErrorSentence } from "#ui/sentences.tsx";

type VerifiedNoticeProps = { readonly report: JournalReport | undefined; readonly error: unknown };

export function VerifiedNotice({ report, error }: VerifiedNoticeProps) {
  const { say, language } = useWords();
  const sentence = useErrorSentence();
  if (error) return <p className="notice notice-alert">{sentence(error)}</p>;
  if (!report) return null;
  if (report.ok)
    return (
      <p className="notice" role="status">
        {say(journalTexts.verified, {
          entries: report.chains.reduce((sum, chain) => sum + chain.entries, 0),
          digests: report.chains.reduce((sum, chain) => sum + chain.digests, 0),
          seconds: (report.chains.reduce((sum, chain) => sum + chain.milliseconds, 0) / 1000).toFixed(2),
        })}
      </p>
    );
  return (
    <div className="notice notice-alert" role="alert">
      <p>{say(journalTexts.broken, { count: report.findings.length })}</p>
      <ul>
        {report.findings.map((finding) => (
          <li key={`${finding.chain}-${finding.sequence}-${finding.kind}`}>{finding.detail[language]}</li>
        ))}
      </ul>
    </div>
  );
}
