import { useQuery } from "@tanstack/react-query";
import { screeningWebTexts } from "#domains/promotion/web/screening-web-texts.ts";
import { targets } from "#domains/promotion/web/target-client.ts";
import { targetWebTexts as texts } from "#domains/promotion/web/target-web-texts.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { useWords } from "#ui/language.tsx";
import type { PartSubject } from "#ui/page-parts.tsx";

/** From a place of the chain to who could stand there: its screening, and the lists that were locked for it. */
export function Part({ subject }: { readonly subject: PartSubject }) {
  const { say } = useWords();
  const lists = useQuery({ queryKey: ["target-lists", "OPEN"], queryFn: () => targets.listTargetLists({ state: "OPEN" }) });
  const own = (lists.data?.items ?? []).filter(({ node }) => node === subject.id);
  return (
    <p className="actions">
      <AppLink to="/promotion/screening" search={{ node: subject.id }} className="button-link">
        {say(screeningWebTexts.title)}
      </AppLink>
      {own.map(({ id, name, counts }) => (
        <AppLink key={id} to={`/promotion/targets/${id}`}>
          {say(texts.ofPlace, { name, count: counts.all })}
        </AppLink>
      ))}
    </p>
  );
}
