import { useQuery } from "@tanstack/react-query";
import { intelligence } from "#domains/intelligence/web/intelligence-client.ts";
import { reviewTexts } from "#domains/intelligence/web/review-texts.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { useWords } from "#ui/language.tsx";
import { useViewer } from "#ui/viewer.tsx";

export function NextDocument({ after }: { readonly after: string }) {
  const { say } = useWords();
  const { permissions } = useViewer();
  const next = useQuery({
    queryKey: ["review-next", after],
    queryFn: () => intelligence.nextForReview({ after }),
    enabled: permissions.has("intelligence.review"),
  });
  if (!next.data?.id) return null;
  return (
    <AppLink to={`/review/${next.data.id}`} className="button-link button-link-plain">
      {say(reviewTexts.nextDocument)}
    </AppLink>
  );
}
