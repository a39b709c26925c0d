import type { IngestResult } from "#domains/intelligence/contract/intelligence-operations.ts";
import { DocumentStateChip } from "#domains/intelligence/web/DocumentStateChip.tsx";
import { documentTexts } from "#domains/intelligence/web/document-texts.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { useWords } from "#ui/language.tsx";
import { StateChip } from "#ui/StateChip.tsx";

/** One line for each file: what was found, or why it was refused. */
export function IngestResultView({ result }: { readonly result: IngestResult }) {
  const { say, language } = useWords();
  return (
    <>
      {result.jobId ? <p className="notice">{say(documentTexts.job)}</p> : null}
      <ul className="results">
        {result.documents.map((document) => (
          <li key={document.id ?? document.name}>
            <p className="list-line">
              <strong>{document.title ?? document.name}</strong>
              {document.state === "refused" ? (
                <StateChip tone="alert">{say(documentTexts.refused)}</StateChip>
              ) : (
                <DocumentStateChip state={document.state} />
              )}
            </p>
            {document.message ? <p>{document.message[language]}</p> : null}
            {document.duplicateOf ? (
              <p>
                <AppLink to={`/documents/${document.duplicateOf}`}>{say(documentTexts.duplicate)}</AppLink>
              </p>
            ) : null}
            {document.id && !document.duplicateOf ? (
              <p>
                {document.state === "received" || document.state === "reading" ? null : (
                  <span className="under">{say(documentTexts.found, document)}</span>
                )}
                <AppLink to={`/documents/${document.id}`}>{say(documentTexts.open)}</AppLink>
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  );
}
