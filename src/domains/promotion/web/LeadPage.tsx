import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { leadStageWords } from "#domains/promotion/contract/lead.ts";
import { EditLead } from "#domains/promotion/web/EditLead.tsx";
import { LeadClaims } from "#domains/promotion/web/LeadClaims.tsx";
import { LeadClocks } from "#domains/promotion/web/LeadClocks.tsx";
import { LeadContracts } from "#domains/promotion/web/LeadContracts.tsx";
import { LeadCourse } from "#domains/promotion/web/LeadCourse.tsx";
import { LeadEvidence } from "#domains/promotion/web/LeadEvidence.tsx";
import { LeadFacts } from "#domains/promotion/web/LeadFacts.tsx";
import { LeadInteractions } from "#domains/promotion/web/LeadInteractions.tsx";
import { LeadPapers } from "#domains/promotion/web/LeadPapers.tsx";
import { LeadPromises } from "#domains/promotion/web/LeadPromises.tsx";
import { LeadStatusChip } from "#domains/promotion/web/LeadStatusChip.tsx";
import { LeadTimeline } from "#domains/promotion/web/LeadTimeline.tsx";
import { LogInteraction } from "#domains/promotion/web/LogInteraction.tsx";
import type { Lead } from "#domains/promotion/web/lead-of-page.ts";
import { leadTexts as texts } from "#domains/promotion/web/lead-page-texts.ts";
import { NextLeadMoves } from "#domains/promotion/web/NextLeadMoves.tsx";
import { OtherSteps } from "#domains/promotion/web/OtherSteps.tsx";
import { leads } from "#domains/promotion/web/promotion-client.ts";
import { AbilityButton } from "#ui/AbilityButton.tsx";
import { AppLink } from "#ui/AppLink.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView } from "#ui/Page.tsx";
import { Loaded } from "#ui/StateViews.tsx";
import "#domains/promotion/web/promotion.css";

export function Page() {
  const id = useParams({ strict: false, select: (params: Record<string, string>) => params["id"] ?? "" });
  const lead = useQuery({ queryKey: ["lead", id], queryFn: () => leads.openLead({ id }), retry: false });
  return lead.data ? (
    <LeadBody lead={lead.data} />
  ) : (
    <div className="page">
      <Loaded query={lead}>{() => null}</Loaded>
    </div>
  );
}

function LeadBody({ lead }: { readonly lead: Lead }) {
  const { say } = useWords();
  const [form, setForm] = useState<"edit" | "log">();
  const { row, abilities } = lead;
  const close = () => setForm(undefined);
  return (
    <PageView
      title={row.projectName}
      back={<AppLink to="/promotion">{say(texts.back)}</AppLink>}
      state={
        <>
          {say(texts.state, { code: row.code, stage: say(leadStageWords[row.stage]), since: row.stageSince })}{" "}
          <LeadStatusChip status={row.status} />
        </>
      }
      action={
        <>
          <LeadPapers id={row.id} enterpriseId={lead.enterpriseId} />
          <AbilityButton type="primary" ability={abilities["log"]} onClick={() => setForm("log")}>
            {say(texts.log)}
          </AbilityButton>
          <AbilityButton ability={abilities["edit"]} onClick={() => setForm("edit")}>
            {say(texts.edit)}
          </AbilityButton>
        </>
      }
    >
      {lead.silence ? (
        <p className="notice notice-alert" role="status">
          {say(texts.silent, { days: lead.silence.days, day: lead.silence.parkedOn })}
        </p>
      ) : null}
      <LeadCourse lead={lead} />
      <div className="columns">
        <div className="stack">
          <NextLeadMoves lead={lead} />
          <LeadInteractions lead={lead} />
          <LeadEvidence lead={lead} />
          <LeadContracts lead={lead} />
          <LeadPromises lead={lead} />
        </div>
        <div className="stack">
          <LeadFacts lead={lead} />
          <LeadClocks lead={lead} />
          <OtherSteps lead={lead} />
          <LeadClaims lead={lead} />
          <LeadTimeline lead={lead} />
        </div>
      </div>
      {form === "log" ? <LogInteraction lead={lead} onClose={close} /> : null}
      {form === "edit" ? <EditLead lead={lead} onClose={close} /> : null}
    </PageView>
  );
}
