import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { intelligence } from "#domains/intelligence/web/intelligence-client.ts";
import { ReviewDeskView } from "#domains/intelligence/web/ReviewDeskView.tsx";
import { reviewTexts } from "#domains/intelligence/web/review-texts.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView } from "#ui/Page.tsx";
import { Loaded } from "#ui/StateViews.tsx";

export function Page() {
  const { say } = useWords();
  const id = useParams({ strict: false, select: (params: Record<string, string>) => params["id"] ?? "" });
  const desk = useQuery({ queryKey: ["document", id], queryFn: () => intelligence.openReview({ id }) });
  if (desk.data) return <ReviewDeskView key={id} desk={desk.data} />;
  return (
    <PageView title={say(reviewTexts.queue)} back={<AppLink to="/review">{say(reviewTexts.back)}</AppLink>}>
      <Loaded query={desk} rows={10}>
        {() => null}
      </Loaded>
    </PageView>
  );
}
