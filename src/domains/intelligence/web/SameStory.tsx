import { useQuery } from "@tanstack/react-query";
import { documentTexts } from "#domains/intelligence/web/document-texts.ts";
import { intelligence } from "#domains/intelligence/web/intelligence-client.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";

type SameStoryProps = { readonly storyId: string | null; readonly documentId: string };

export function SameStory({ storyId, documentId }: SameStoryProps) {
  const { say } = useWords();
  const stories = useQuery({ queryKey: ["stories"], queryFn: () => intelligence.listStories({ limit: 200 }), enabled: storyId !== null });
  const others =
    stories.data?.items.find((story) => story.id === storyId)?.documents.filter((document) => document.id !== documentId) ?? [];
  if (others.length === 0) return null;
  return (
    <Section title={say(documentTexts.sameStory)}>
      <ul className="list">
        {others.map((document) => (
          <li key={document.id} className="list-line">
            <AppLink to={`/documents/${document.id}`}>{document.title}</AppLink>
            <span className="quiet">
              {[document.medium, say(documentTexts.similarity, { percent: Math.round(document.similarity * 100) })]
                .filter(Boolean)
                .join(" · ")}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
