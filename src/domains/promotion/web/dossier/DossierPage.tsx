import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import type { DossierEdition, DossierView } from "#domains/promotion/contract/dossier.ts";
import { dossiers } from "#domains/promotion/web/diligence/diligence-client.ts";
import { diligenceWebTexts } from "#domains/promotion/web/diligence/diligence-web-texts.ts";
import { DossierFactsPart } from "#domains/promotion/web/dossier/DossierFactsPart.tsx";
import { DossierText } from "#domains/promotion/web/dossier/DossierText.tsx";
import { dossierWebTexts as texts } from "#domains/promotion/web/dossier/dossier-web-texts.ts";
import { EditionPart } from "#domains/promotion/web/dossier/EditionPart.tsx";
import { WriteDossier } from "#domains/promotion/web/dossier/WriteDossier.tsx";
import { AbilityButton } from "#ui/AbilityButton.tsx";
import { AppLink } from "#ui/AppLink.tsx";
import { Choice } from "#ui/Choice.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView } from "#ui/Page.tsx";
import { Empty, Loaded } from "#ui/StateViews.tsx";
import { useAddress } from "#ui/use-address.ts";
import "#domains/promotion/web/promotion.css";
import "#domains/promotion/web/diligence/diligence.css";

export function Page() {
  const id = useParams({ strict: false, select: (params: Record<string, string>) => params["id"] ?? "" });
  const query = useQuery({ queryKey: ["dossier", id], queryFn: () => dossiers.openDossier({ id }), retry: false });
  return query.data ? (
    <Body view={query.data} />
  ) : (
    <div className="page">
      <Loaded query={query}>{() => null}</Loaded>
    </div>
  );
}

function Body({ view }: { readonly view: DossierView }) {
  const { say } = useWords();
  const [address, change] = useAddress();
  const [form, setForm] = useState<"new" | DossierEdition>();
  const { lead, editions } = view;
  const chosen = editions.find(({ edition }) => String(edition) === address["edition"]) ?? editions[0];
  return (
    <PageView
      title={`${lead.party} · ${say(texts.title)}`}
      back={
        <AppLink to={`/promotion/leads/${lead.id}`}>{say(diligenceWebTexts.back, { code: lead.code, project: lead.projectName })}</AppLink>
      }
      state={say(editions.length === 0 ? texts.stateNone : texts.state, { count: editions.length, day: view.now.asOf })}
      action={
        <>
          <AppLink to={`/promotion/diligence/${lead.id}`} className="button-link button-link-plain">
            {say(texts.diligence)}
          </AppLink>
          <AbilityButton type="primary" ability={view.abilities["write"]} onClick={() => setForm("new")}>
            {say(editions.length === 0 ? texts.write : texts.next)}
          </AbilityButton>
        </>
      }
      filters={
        editions.length > 1 ? (
          <Choice
            label={say(texts.edition)}
            value={String(chosen?.edition ?? "")}
            onChange={(edition) => change({ edition })}
            options={editions.map(({ edition }) => ({ value: String(edition), label: say(diligenceWebTexts.edition, { edition }) }))}
          />
        ) : undefined
      }
    >
      <div className="columns">
        <div className="stack">
          {chosen === undefined ? (
            <Empty title={say(texts.none)} hint={say(texts.noneHint)} />
          ) : (
            <DossierText edition={chosen} facts={chosen.facts ?? view.now} />
          )}
        </div>
        <div className="stack">
          {chosen === undefined ? null : <EditionPart leadId={lead.id} edition={chosen} onEdit={() => setForm(chosen)} />}
          <DossierFactsPart facts={chosen?.facts ?? view.now} contact={view.contact} />
        </div>
      </div>
      {form === undefined ? null : (
        <WriteDossier
          leadId={lead.id}
          draft={form === "new" ? undefined : form}
          from={form === "new" ? editions[0]?.said : form.said}
          onClose={() => setForm(undefined)}
        />
      )}
    </PageView>
  );
}
