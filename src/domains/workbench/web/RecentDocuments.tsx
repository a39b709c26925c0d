import type { DocumentRow } from "#domains/intelligence/contract/intelligence-operations.ts";
import { DocumentStateChip } from "#domains/intelligence/web/DocumentStateChip.tsx";
import { cockpitTexts } from "#domains/workbench/web/cockpit-texts.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { useWords } from "#ui/language.tsx";
import { useTimes } from "#ui/use-times.ts";

export function RecentDocuments({ documents }: { readonly documents: readonly DocumentRow[] }) {
  const { say } = useWords();
  const { day, moment } = useTimes();
  if (documents.length === 0) return <p className="section-body">{say(cockpitTexts.noRecent)}</p>;
  return (
    <ul className="list">
      {documents.map((document) => (
        <li key={document.id} className="list-line">
          <span>
            <AppLink to={`/documents/${document.id}`}>{document.title}</AppLink>
            <span className="quiet under">
              {[
                document.published ? day(document.published) : say(cockpitTexts.undated),
                document.medium,
                document.published ? null : say(cockpitTexts.received, { time: moment(document.receivedAt) }),
              ]
                .filter(Boolean)
                .join(" · ")}
            </span>
          </span>
          <DocumentStateChip state={document.state} />
        </li>
      ))}
    </ul>
  );
}
