import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { CardEditor } from "#domains/economy/web/CardEditor.tsx";
import { cardTexts } from "#domains/economy/web/card-texts.ts";
import { economy } from "#domains/economy/web/economy-client.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView } from "#ui/Page.tsx";
import { Loaded } from "#ui/StateViews.tsx";

export function Page() {
  const { say } = useWords();
  const id = useParams({ strict: false, select: (params: Record<string, string>) => params["id"] ?? "" });
  const card = useQuery({ queryKey: ["report-card", id], queryFn: () => economy.openReportCard({ id }) });
  if (card.data) return <CardEditor view={card.data} />;
  return (
    <PageView title={say(cardTexts.title)} back={<AppLink to="/report-cards">{say(cardTexts.back)}</AppLink>}>
      <Loaded query={card} rows={10}>
        {() => null}
      </Loaded>
    </PageView>
  );
}
