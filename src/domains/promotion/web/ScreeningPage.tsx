import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { Strength, strengthWords } from "#domains/chain/contract/chain.ts";
import type { Screening } from "#domains/promotion/contract/screening-operations.ts";
import { CandidateDrawer } from "#domains/promotion/web/CandidateDrawer.tsx";
import { CandidateTable } from "#domains/promotion/web/CandidateTable.tsx";
import { ExcludedTable } from "#domains/promotion/web/ExcludedTable.tsx";
import { LockTargets } from "#domains/promotion/web/LockTargets.tsx";
import { ScreeningFilters } from "#domains/promotion/web/ScreeningFilters.tsx";
import { filterOf, unreadOf } from "#domains/promotion/web/screening-filter.ts";
import { screeningWebTexts as texts } from "#domains/promotion/web/screening-web-texts.ts";
import { screening } from "#domains/promotion/web/target-client.ts";
import { AbilityButton } from "#ui/AbilityButton.tsx";
import { AppLink } from "#ui/AppLink.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView, Section } from "#ui/Page.tsx";
import { Empty, Loaded } from "#ui/StateViews.tsx";
import { useAddress } from "#ui/use-address.ts";
import "#domains/promotion/web/targets.css";

const FIRST = 100;
const MOST = 500;

export function Page() {
  const { say, language } = useWords();
  const [address] = useAddress();
  const [limit, setLimit] = useState(FIRST);
  const [locking, setLocking] = useState(false);
  const node = address["node"] ?? "";
  const filter = filterOf(address);
  const unread = unreadOf(address);
  const answer = useQuery({
    queryKey: ["screening", node, filter, limit],
    queryFn: () => screening.screenTargets({ node, ...filter, limit }),
    enabled: node !== "",
    placeholderData: keepPreviousData,
    retry: false,
  });
  const data = node === "" ? undefined : answer.data;
  return (
    <PageView
      title={say(texts.title)}
      state={data ? <State screening={data} /> : null}
      action={
        <>
          <AppLink to="/promotion/scoring" className="button-link button-link-plain">
            {say(texts.scoring)}
          </AppLink>
          <AbilityButton type="primary" ability={data?.abilities["lock"]} onClick={() => setLocking(true)}>
            {say(texts.lock)}
          </AbilityButton>
        </>
      }
      filters={<ScreeningFilters />}
    >
      {unread.length === 0 ? null : (
        <p className="notice notice-alert" role="status">
          {say(texts.unread, { typed: unread.join(language === "zh" ? "”“" : "”, “") })}
        </p>
      )}
      {node === "" ? (
        <Empty title={say(texts.choose)} hint={say(texts.chooseHint)} />
      ) : (
        <Loaded query={answer} rows={10}>
          {(found) => (
            <>
              <CandidateTable items={found.items} empty={<Empty title={say(texts.none)} hint={say(texts.noneHint)} />} />
              {limit < MOST && found.ranked > limit ? <Button onClick={() => setLimit(MOST)}>{say(texts.more)}</Button> : null}
              <Spread spread={found.spread} />
              <ExcludedTable items={found.excluded} />
              <CandidateDrawer screening={found} />
            </>
          )}
        </Loaded>
      )}
      {locking && data ? <LockTargets screening={data} onClose={() => setLocking(false)} /> : null}
    </PageView>
  );
}

function State({ screening: { place, pool, ranked, scoring, asOf } }: { readonly screening: Screening }) {
  const { say, language } = useWords();
  const strength = Strength.safeParse(place.strength).data;
  return (
    <>
      {say(texts.state, {
        place: language === "en" && place.nameEn !== "" ? place.nameEn : place.name,
        strength: strength === undefined ? "–" : say(strengthWords[strength]),
        pool,
        ranked,
        excluded: pool - ranked,
        version: scoring.version,
        asOf,
      })}
    </>
  );
}

/** How the ranked stand, with its table in words for whoever does not see it. */
function Spread({ spread }: { readonly spread: readonly number[] }) {
  const { say } = useWords();
  const most = Math.max(1, ...spread);
  const bands = spread.map((count, step) => ({ step, count }));
  return (
    <Section title={say(texts.spread)}>
      <ul className="spread">
        {bands.map(({ step, count }) => {
          const words = say(texts.spreadBand, { from: step * 10, to: step * 10 + 10, count });
          return (
            <li key={step} style={{ height: `${(count / most) * 100}%` }} title={words}>
              <span className="visually-hidden">{words}</span>
            </li>
          );
        })}
      </ul>
      <p className="spread-foot" aria-hidden="true">
        <span>0</span>
        <span>50</span>
        <span>100</span>
      </p>
    </Section>
  );
}
