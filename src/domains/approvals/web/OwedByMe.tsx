import type { promises } from "#domains/approvals/web/approvals-client.ts";
import { Provisional } from "#domains/approvals/web/CaseClock.tsx";
import { portalTexts } from "#domains/approvals/web/portal-texts.ts";
import { promiseTexts } from "#domains/approvals/web/promise-texts.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { useWords } from "#ui/language.tsx";

type Owed = Awaited<ReturnType<typeof promises.dueFromMe>>;

/** Lines of the list: what was promised and has not come. */
export function OwedByMe({ owed: { deferrals, corrections } }: { readonly owed: Owed }) {
  const { say, language } = useWords();
  return (
    <>
      {deferrals.map((one) => (
        <li key={one.id} className="list-line">
          <span>
            {say(portalTexts.bring, { name: one.materialName[language] })}
            <span className="under quiet">
              {one.case.title} · {say(portalTexts.bringBy, { day: one.dueOn })} {one.dueProvisional ? <Provisional /> : null}
              {one.daysLate > 0 ? ` · ${say(promiseTexts.late, { count: one.daysLate })}` : null}
            </span>
          </span>
          <AppLink to={`/portal/cases/${one.case.id}`}>{one.case.number}</AppLink>
        </li>
      ))}
      {corrections.map((one) => (
        <li key={one.id} className="list-line">
          <span>
            {say(portalTexts.correct, { name: one.materialName[language] })}
            <span className="under quiet">
              {one.case.title}
              {one.correctBy ? ` · ${say(portalTexts.correctBy, { day: one.correctBy })}` : null}
            </span>
          </span>
          <AppLink to={`/portal/cases/${one.case.id}`}>{one.case.number}</AppLink>
        </li>
      ))}
    </>
  );
}
