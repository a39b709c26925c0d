import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import type { DiligenceView } from "#domains/promotion/contract/diligence.ts";
import { redLineBandWords } from "#domains/promotion/contract/statement-red-lines.ts";
import { DistressPart } from "#domains/promotion/web/diligence/DistressPart.tsx";
import { diligence } from "#domains/promotion/web/diligence/diligence-client.ts";
import { diligenceWebTexts as texts } from "#domains/promotion/web/diligence/diligence-web-texts.ts";
import { EventsPart } from "#domains/promotion/web/diligence/EventsPart.tsx";
import { MemoPart } from "#domains/promotion/web/diligence/MemoPart.tsx";
import { OwnershipPart } from "#domains/promotion/web/diligence/OwnershipPart.tsx";
import { RatiosPart } from "#domains/promotion/web/diligence/RatiosPart.tsx";
import { RedLinesPart } from "#domains/promotion/web/diligence/RedLinesPart.tsx";
import { allow } from "#kernel/policy.ts";
import { AbilityButton } from "#ui/AbilityButton.tsx";
import { AppLink } from "#ui/AppLink.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView } from "#ui/Page.tsx";
import { Loaded } from "#ui/StateViews.tsx";
import "#domains/promotion/web/promotion.css";
import "#domains/promotion/web/diligence/diligence.css";

export function Page() {
  const id = useParams({ strict: false, select: (params: Record<string, string>) => params["id"] ?? "" });
  const query = useQuery({ queryKey: ["diligence", id], queryFn: () => diligence.openDiligence({ id }), retry: false });
  return query.data ? (
    <Body view={query.data} />
  ) : (
    <div className="page">
      <Loaded query={query}>{() => null}</Loaded>
    </div>
  );
}

function Body({ view }: { readonly view: DiligenceView }) {
  const { say } = useWords();
  const { lead, now } = view;
  return (
    <PageView
      title={`${lead.party} · ${say(texts.title)}`}
      back={<AppLink to={`/promotion/leads/${lead.id}`}>{say(texts.back, { code: lead.code, project: lead.projectName })}</AppLink>}
      state={say(texts.state, {
        years: view.statements.length,
        band: say(redLineBandWords[now.report?.band ?? "missing"]),
        events: view.events.length,
      })}
      action={
        <>
          <AppLink to={`/promotion/dossier/${lead.id}`} className="button-link button-link-plain">
            {say(texts.dossier)}
          </AppLink>
          {view.abilities["enter"]?.allowed ? (
            <AppLink to="/promotion/statements" className="button-link">
              {say(texts.importTitle)}
            </AppLink>
          ) : (
            <AbilityButton ability={view.abilities["enter"] ?? allow}>{say(texts.importTitle)}</AbilityButton>
          )}
        </>
      }
    >
      <div className="columns">
        <div className="stack">
          <RedLinesPart view={view} />
          <RatiosPart view={view} />
          <OwnershipPart view={view} />
        </div>
        <div className="stack">
          <MemoPart view={view} />
          <DistressPart view={view} />
          <EventsPart view={view} />
        </div>
      </div>
    </PageView>
  );
}
