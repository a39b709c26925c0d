import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { type IntroducerRole, type IntroductionPath, introducerWords } from "#domains/promotion/contract/path.ts";
import { PathList } from "#domains/promotion/web/PathList.tsx";
import { PathPicture } from "#domains/promotion/web/PathPicture.tsx";
import { pathWebTexts as texts } from "#domains/promotion/web/path-web-texts.ts";
import { screeningWebTexts } from "#domains/promotion/web/screening-web-texts.ts";
import { paths, register } from "#domains/promotion/web/target-client.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView, Section } from "#ui/Page.tsx";
import { SearchField } from "#ui/SearchField.tsx";
import { Empty, Loaded } from "#ui/StateViews.tsx";
import { useAddress } from "#ui/use-address.ts";
import "#domains/promotion/web/targets.css";

const DRAWN = 6;
const SHORTEST = 2;

export function Page() {
  const { say } = useWords();
  const [address, change] = useAddress();
  const target = address["target"] ?? "";
  const answer = useQuery({
    queryKey: ["paths", target],
    queryFn: () => paths.introductionPaths({ enterpriseId: target }),
    enabled: target !== "",
    retry: false,
  });
  const data = target === "" ? undefined : answer.data;
  const best = data?.paths[0];
  return (
    <PageView
      title={data ? `${say(texts.title)} · ${data.target.name}` : say(texts.title)}
      state={
        data
          ? best === undefined
            ? say(data.target.roles.length > 0 ? texts.stateOurs : texts.stateNone, { introducers: data.introducers })
            : say(texts.state, { count: data.paths.length, best: best.score, introducers: data.introducers })
          : null
      }
      action={
        data ? (
          <AppLink to={`/registry/${data.target.id}`} className="button-link button-link-plain">
            {say(screeningWebTexts.openRegister)}
          </AppLink>
        ) : null
      }
      filters={<SearchField label={say(texts.target)} value={address["q"] ?? ""} onChange={(q) => change({ q })} />}
    >
      <Found q={address["q"] ?? ""} onChoose={(id) => change({ target: id, q: "" })} />
      {target === "" ? (
        address["q"] ? null : (
          <Empty title={say(texts.choose)} hint={say(texts.chooseHint)} />
        )
      ) : (
        <Loaded query={answer} rows={8}>
          {(found) => (
            <>
              {found.paths.length === 0 ? <NoPath roles={found.target.roles} /> : <Paths key={found.target.id} items={found.paths} />}
              {found.blocked > 0 ? <p className="notice">{say(texts.blocked, { count: found.blocked })}</p> : null}
              <Firms title={say(texts.adverse)} firms={found.adverse} />
              <Firms title={say(texts.hubs, { from: found.hubFrom })} firms={found.hubs} />
            </>
          )}
        </Loaded>
      )}
    </PageView>
  );
}

/** Who is kept out of the search, each opening its page in the register. */
function Firms({ title, firms }: { readonly title: string; readonly firms: readonly { readonly id: string; readonly name: string }[] }) {
  if (firms.length === 0) return null;
  return (
    <Section title={title}>
      <ul className="list">
        {firms.map(({ id, name }) => (
          <li key={id}>
            <AppLink to={`/registry/${id}`}>{name}</AppLink>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function NoPath({ roles }: { readonly roles: readonly IntroducerRole[] }) {
  const { say, language } = useWords();
  if (roles.length === 0) return <Empty title={say(texts.none)} hint={say(texts.noneHint)} />;
  const said = roles.map((role) => say(introducerWords[role])).join(language === "zh" ? "、" : ", ");
  return <Empty title={say(texts.ours, { roles: said })} hint={say(texts.oursHint)} />;
}

function Paths({ items }: { readonly items: readonly IntroductionPath[] }) {
  const { say } = useWords();
  const [chosen, setChosen] = useState(0);
  return (
    <div className="paths">
      <Section title={say(texts.graph)}>
        <PathPicture paths={items.slice(0, DRAWN)} chosen={chosen} />
        {items.length > DRAWN ? <p className="section-body quiet">{say(texts.more, { count: items.length - DRAWN })}</p> : null}
      </Section>
      <Section title={say(texts.list)}>
        <PathList paths={items} chosen={chosen} onChoose={setChosen} />
      </Section>
    </div>
  );
}

/** Enterprises of the register by a part of their name. */
function Found({ q, onChoose }: { readonly q: string; readonly onChoose: (id: string) => void }) {
  const { say } = useWords();
  const found = useQuery({
    queryKey: ["path-targets", q],
    queryFn: () => register.searchEnterprises({ q, limit: 10 }),
    enabled: q.trim().length >= SHORTEST,
    placeholderData: keepPreviousData,
    retry: false,
  });
  if (q === "") return null;
  if (q.trim().length < SHORTEST) return <p className="quiet">{say(texts.type)}</p>;
  return (
    <Loaded query={found} rows={3}>
      {({ items }) => (
        <ul className="list section">
          {items.length === 0 ? <li className="quiet">{say(texts.none)}</li> : null}
          {items.map(({ id, name, identifier, region }) => (
            <li key={id} className="list-line">
              <button type="button" className="text-button" onClick={() => onChoose(id)}>
                {name}
              </button>
              <span className="quiet">{[region, identifier].filter(Boolean).join(" · ")}</span>
            </li>
          ))}
        </ul>
      )}
    </Loaded>
  );
}
