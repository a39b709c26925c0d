import { diligenceWebTexts as texts } from "#domains/promotion/web/diligence/diligence-web-texts.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { useWords } from "#ui/language.tsx";

/** From a lead to what is written about it. */
export function LeadPapers({ id }: { readonly id: string }) {
  const { say } = useWords();
  return (
    <>
      <AppLink to={`/promotion/diligence/${id}`} className="button-link button-link-plain">
        {say(texts.title)}
      </AppLink>
      <AppLink to={`/promotion/dossier/${id}`} className="button-link button-link-plain">
        {say(texts.dossier)}
      </AppLink>
    </>
  );
}
