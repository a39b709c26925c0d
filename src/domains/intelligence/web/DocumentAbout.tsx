import type { ReviewDesk } from "#domains/intelligence/contract/intelligence-operations.ts";
import { documentTexts, originTexts } from "#domains/intelligence/web/document-texts.ts";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";
import { useTimes } from "#ui/use-times.ts";

export function DocumentAbout({ desk }: { readonly desk: ReviewDesk }) {
  const { say } = useWords();
  const { day, moment } = useTimes();
  const { document } = desk;
  return (
    <Section title={say(documentTexts.about)}>
      <dl className="facts section-body">
        <dt>{say(documentTexts.originFilter)}</dt>
        <dd>{[say(originTexts[document.origin]), document.medium].filter(Boolean).join(" · ")}</dd>
        {document.address ? (
          <>
            <dt>{say(documentTexts.sourceAddress)}</dt>
            <dd>{document.address}</dd>
          </>
        ) : null}
        <dt>{say(documentTexts.published)}</dt>
        <dd>{day(document.published)}</dd>
        <dt>{say(documentTexts.received)}</dt>
        <dd>{moment(document.receivedAt)}</dd>
        <dt>{say(documentTexts.region)}</dt>
        <dd>{document.regions.join("、") || "–"}</dd>
        {desk.articles.length > 1 ? (
          <>
            <dt>{say(documentTexts.articles)}</dt>
            <dd>
              {desk.articles.map((article) => (
                <p key={article.spans[0]?.start ?? article.title}>{article.title}</p>
              ))}
            </dd>
          </>
        ) : null}
      </dl>
    </Section>
  );
}
