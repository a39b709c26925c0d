import { diligenceWebTexts as texts } from "#domains/promotion/web/diligence/diligence-web-texts.ts";
import { screeningWebTexts } from "#domains/promotion/web/screening-web-texts.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { useWords } from "#ui/language.tsx";

/** From a lead to what is written about it. */
export function LeadPapers({ id, enterpriseId }: { readonly id: string; readonly enterpriseId: string | null }) {
  const { say } = useWords();
  return (
    <>
      {enterpriseId === null ? null : (
        <AppLink to="/promotion/paths" search={{ target: enterpriseId }} className="button-link button-link-plain">
          {say(screeningWebTexts.paths)}
        </AppLink>
      )}
      <AppLink to={`/promotion/diligence/${id}`} className="button-link button-link-plain">
        {say(texts.title)}
      </AppLink>
      <AppLink to={`/promotion/dossier/${id}`} className="button-link button-link-plain">
        {say(texts.dossier)}
      </AppLink>
    </>
  );
}
