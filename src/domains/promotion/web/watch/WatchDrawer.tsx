import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { relocationSignWords } from "#domains/promotion/contract/distress-warning.ts";
import type { WatchEntry } from "#domains/promotion/contract/watch-operations.ts";
import { watch } from "#domains/promotion/web/diligence/diligence-client.ts";
import { CloseWatch } from "#domains/promotion/web/watch/CloseWatch.tsx";
import { EnterWatch } from "#domains/promotion/web/watch/EnterWatch.tsx";
import { StandingWarnings } from "#domains/promotion/web/watch/StandingWarnings.tsx";
import { watchWebTexts as texts } from "#domains/promotion/web/watch/watch-web-texts.ts";
import { AbilityButton } from "#ui/AbilityButton.tsx";
import { AppLink } from "#ui/AppLink.tsx";
import { Drawer } from "#ui/Drawer.tsx";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";
import { Loaded } from "#ui/StateViews.tsx";

type WatchDrawerProps = { readonly enterpriseId: string; readonly onClose: () => void };
type Form = "permit" | "sign" | WatchEntry;

/** Why an enterprise was warned of, what helps, and everything that is on record of it. */
export function WatchDrawer({ enterpriseId, onClose }: WatchDrawerProps) {
  const { say } = useWords();
  const [form, setForm] = useState<Form>();
  const query = useQuery({ queryKey: ["watch", enterpriseId], queryFn: () => watch.openWatch({ enterpriseId }), retry: false });
  const close = () => setForm(undefined);
  return (
    <Drawer open wide title={query.data?.enterprise ?? say(texts.record)} onClose={onClose}>
      <div className="stack">
        <Loaded query={query}>
          {({ entries, abilities, warnings }) => (
            <>
              <AppLink to={`/registry/${enterpriseId}`}>{say(texts.openEnterprise)}</AppLink>
              <StandingWarnings warnings={warnings.filter(({ endedOn }) => endedOn === null)} />
              <Section
                title={say(texts.record)}
                aside={
                  <span className="actions">
                    <AbilityButton size="small" ability={abilities["enter"]} onClick={() => setForm("permit")}>
                      {say(texts.enterPermit)}
                    </AbilityButton>
                    <AbilityButton size="small" ability={abilities["enter"]} onClick={() => setForm("sign")}>
                      {say(texts.enterSign)}
                    </AbilityButton>
                  </span>
                }
              >
                {entries.length === 0 ? <p className="section-body quiet">{say(texts.none)}</p> : null}
                <ul className="list">
                  {entries.map((entry) => (
                    <li key={entry.id} className="list-line">
                      <span>
                        {entry.sign === null ? say(texts.permit) : say(relocationSignWords[entry.sign])} {entry.subject}{" "}
                        <span className="quiet">
                          {entry.kind === "permit" ? say(texts.until, { on: entry.on }) : entry.on}
                          {entry.closed === null ? "" : ` · ${say(texts.closed, entry.closed)}`}
                        </span>
                      </span>
                      {entry.closed === null ? (
                        <AbilityButton size="small" ability={abilities["enter"]} onClick={() => setForm(entry)}>
                          {say(texts.close)}
                        </AbilityButton>
                      ) : null}
                    </li>
                  ))}
                </ul>
              </Section>
            </>
          )}
        </Loaded>
      </div>
      {form === "permit" || form === "sign" ? <EnterWatch enterpriseId={enterpriseId} kind={form} onClose={close} /> : null}
      {form !== undefined && typeof form !== "string" ? <CloseWatch enterpriseId={enterpriseId} entry={form} onClose={close} /> : null}
    </Drawer>
  );
}
