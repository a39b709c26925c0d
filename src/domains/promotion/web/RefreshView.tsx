import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { TargetListRow } from "#domains/promotion/contract/target.ts";
import { CandidateBody } from "#domains/promotion/web/CandidateDrawer.tsx";
import { CandidateTable } from "#domains/promotion/web/CandidateTable.tsx";
import { MoveTable } from "#domains/promotion/web/MoveTable.tsx";
import { ReasonedCommand } from "#domains/promotion/web/ReasonedCommand.tsx";
import { TARGETS_TOUCHED, targets } from "#domains/promotion/web/target-client.ts";
import { targetWebTexts as texts } from "#domains/promotion/web/target-web-texts.ts";
import { AbilityButton } from "#ui/AbilityButton.tsx";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";
import { Loaded } from "#ui/StateViews.tsx";
import { useErrorSentence } from "#ui/sentences.tsx";
import { useAddress } from "#ui/use-address.ts";
import { useCommand } from "#ui/use-command.ts";

/** A locked list against today's data: what moved and why, who is new; nothing is changed unless a person takes it over. */
export function RefreshView({ list }: { readonly list: TargetListRow }) {
  const { say } = useWords();
  const sentence = useErrorSentence();
  const [address, change] = useAddress();
  const [adding, setAdding] = useState(false);
  const refresh = useQuery({ queryKey: ["target-refresh", list.id], queryFn: () => targets.refreshTargets({ listId: list.id }) });
  const take = useCommand(
    (targetIds: readonly string[]) => targets.takeRefresh({ listId: list.id, version: list.version, targetIds: [...targetIds] }),
    TARGETS_TOUCHED,
  );
  const chosen = refresh.data?.fresh.find(({ enterprise }) => enterprise.id === address["enterprise"]);
  const stop = () => {
    setAdding(false);
    change({ enterprise: "" });
  };
  return (
    <Loaded query={refresh} rows={8}>
      {({ moved, unmoved, fresh, list: seen }) => (
        <>
          <Section
            title={say(texts.movedTitle)}
            aside={
              moved.length === 0 ? null : (
                <AbilityButton
                  ability={seen.abilities["change"]}
                  loading={take.isPending}
                  onClick={() => take.mutate(moved.filter(({ after }) => after !== null).map(({ targetId }) => targetId))}
                >
                  {say(texts.take)}
                </AbilityButton>
              )
            }
          >
            <p className="section-body quiet">
              {moved.length === 0 ? say(texts.movedNone) : say(texts.moved, { count: moved.length, unmoved })}
            </p>
            {take.error ? (
              <p className="section-body problems" role="alert">
                {sentence(take.error)}
              </p>
            ) : null}
            {moved.length === 0 ? null : <MoveTable moves={moved} />}
          </Section>
          <Section title={say(texts.freshTitle)}>
            {fresh.length === 0 ? (
              <p className="section-body quiet">{say(texts.freshNone)}</p>
            ) : (
              <CandidateTable items={fresh} empty={null} />
            )}
            {chosen && !adding ? (
              <CandidateBody candidate={chosen} onClose={stop}>
                <AbilityButton type="primary" ability={seen.abilities["change"]} onClick={() => setAdding(true)}>
                  {say(texts.add)}
                </AbilityButton>
              </CandidateBody>
            ) : null}
          </Section>
          {chosen && adding ? (
            <ReasonedCommand
              title={`${say(texts.add)} · ${chosen.enterprise.name}`}
              onClose={stop}
              run={(reason) => targets.addTarget({ listId: list.id, enterpriseId: chosen.enterprise.id, reason })}
            />
          ) : null}
        </>
      )}
    </Loaded>
  );
}
