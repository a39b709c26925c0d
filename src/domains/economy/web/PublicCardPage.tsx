import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { cardTexts, publicTexts } from "#domains/economy/web/card-texts.ts";
import { economy } from "#domains/economy/web/economy-client.ts";
import { PublicCard } from "#domains/economy/web/PublicCard.tsx";
import { findLocalDate } from "#kernel/local-date.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView } from "#ui/Page.tsx";
import { Loaded } from "#ui/StateViews.tsx";
import { useAddress } from "#ui/use-address.ts";

/** Read by anyone: the card as it was published, or, when it was withdrawn, only that and why. */
export function Page() {
  const { say } = useWords();
  const [address] = useAddress();
  const place = useParams({
    strict: false,
    select: (params: Record<string, string>) => ({ zone: params["zone"] ?? "", slug: params["slug"] ?? "" }),
  });
  const version = Number(address["version"]) || undefined;
  const asOf = findLocalDate(address["asOf"] ?? "");
  const card = useQuery({
    queryKey: ["public", place.zone, place.slug, version, asOf],
    queryFn: () => economy.openPublished({ ...place, version, asOf }),
  });
  if (card.data) return <PublicCard published={card.data} zoneSlug={place.zone} />;
  return (
    <PageView title={say(cardTexts.title)} back={<AppLink to={`/public/${place.zone}`}>{say(publicTexts.all)}</AppLink>}>
      <Loaded query={card} rows={8}>
        {() => null}
      </Loaded>
    </PageView>
  );
}
