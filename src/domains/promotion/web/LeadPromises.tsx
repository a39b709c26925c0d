import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { LeadPart } from "#domains/promotion/web/lead-of-page.ts";
import { leadTexts } from "#domains/promotion/web/lead-page-texts.ts";
import { PromiseLines } from "#domains/promotion/web/PromiseLines.tsx";
import { promiseTexts as texts } from "#domains/promotion/web/promise-web-texts.ts";
import { promises } from "#domains/promotion/web/promotion-client.ts";
import { RecordActual } from "#domains/promotion/web/RecordActual.tsx";
import { SetPromises } from "#domains/promotion/web/SetPromises.tsx";
import { AbilityButton } from "#ui/AbilityButton.tsx";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";
import { Loaded } from "#ui/StateViews.tsx";

export function LeadPromises({ lead }: LeadPart) {
  const { say } = useWords();
  const [form, setForm] = useState<"set" | "record">();
  const { id } = lead.row;
  const query = useQuery({ queryKey: ["promises", "of", id], queryFn: () => promises.openPromises({ id }) });
  const there = query.data?.promises ?? null;
  const close = () => setForm(undefined);
  return (
    <Section
      title={say(leadTexts.promises)}
      aside={
        <span className="actions">
          {there === null ? null : (
            <AbilityButton size="small" ability={lead.abilities["recordActual"]} onClick={() => setForm("record")}>
              {say(texts.record)}
            </AbilityButton>
          )}
          <AbilityButton size="small" ability={lead.abilities["setPromises"]} onClick={() => setForm("set")}>
            {say(there === null ? texts.set : texts.revise)}
          </AbilityButton>
        </span>
      }
    >
      <Loaded query={query} rows={2}>
        {() =>
          there === null ? (
            <p className="section-body quiet">{say(leadTexts.promisesNone)}</p>
          ) : (
            <>
              <PromiseLines lines={there.lines} />
              {there.history.length > 1 ? (
                <ul className="list">
                  {there.history.map((one) => (
                    <li key={one.revision} className="quiet">
                      {say(texts.revision, { revision: one.revision, on: one.promisedOn, reason: one.reason || say(texts.first) })} {one.by}
                    </li>
                  ))}
                </ul>
              ) : null}
            </>
          )
        }
      </Loaded>
      {form === "set" ? <SetPromises lead={lead} revising={there !== null} onClose={close} /> : null}
      {form === "record" && there !== null ? <RecordActual promises={there} onClose={close} /> : null}
    </Section>
  );
}
