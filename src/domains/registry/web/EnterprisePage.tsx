import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { identifierWords, statusWords } from "#domains/registry/contract/enterprise.ts";
import { registryWarnings } from "#domains/registry/contract/registry-texts.ts";
import { BookChips } from "#domains/registry/web/BookChips.tsx";
import { EnterpriseActions } from "#domains/registry/web/EnterpriseActions.tsx";
import { EnterpriseOverview } from "#domains/registry/web/EnterpriseOverview.tsx";
import { enterpriseTexts } from "#domains/registry/web/enterprise-texts.ts";
import type { Enterprise } from "#domains/registry/web/enterprise-view.ts";
import { registry } from "#domains/registry/web/registry-client.ts";
import { TieTable } from "#domains/registry/web/TieTable.tsx";
import { Timeline } from "#domains/registry/web/Timeline.tsx";
import { AppLink } from "#ui/AppLink.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView } from "#ui/Page.tsx";
import { StateChip } from "#ui/StateChip.tsx";
import { Loaded } from "#ui/StateViews.tsx";
import { useAddress } from "#ui/use-address.ts";
import { useTimes } from "#ui/use-times.ts";
import "#domains/registry/web/registry.css";

export function Page() {
  const id = useParams({ strict: false, select: (params: Record<string, string>) => params["id"] ?? "" });
  const enterprise = useQuery({ queryKey: ["enterprise", id], queryFn: () => registry.openEnterprise({ id }), retry: false });
  return enterprise.data ? (
    <EnterpriseBody enterprise={enterprise.data} />
  ) : (
    <div className="page">
      <Loaded query={enterprise} rows={8}>
        {() => null}
      </Loaded>
    </div>
  );
}

function EnterpriseBody({ enterprise }: { readonly enterprise: Enterprise }) {
  const { say } = useWords();
  const [address] = useAddress();
  const tab = address["tab"] === "ties" || address["tab"] === "timeline" ? address["tab"] : "";
  const { profile } = enterprise;
  return (
    <PageView
      title={profile.name}
      back={<AppLink to="/registry">{say(enterpriseTexts.back)}</AppLink>}
      state={
        <span className="chips">
          <span>
            {say(identifierWords[profile.identifierKind])} <span className="registry-code">{profile.identifier}</span>
          </span>
          <StateChip tone={profile.status === "active" ? "plain" : "muted"}>{say(statusWords[profile.status])}</StateChip>
          <BookChips book={profile.book} />
        </span>
      }
      action={<EnterpriseActions enterprise={enterprise} />}
    >
      <Notices enterprise={enterprise} />
      <Tabs enterprise={enterprise} here={tab} />
      {tab === "" ? <EnterpriseOverview enterprise={enterprise} /> : null}
      {tab === "ties" ? <TieTable enterprise={enterprise} /> : null}
      {tab === "timeline" ? <Timeline enterpriseId={profile.id} /> : null}
      <LastChange enterprise={enterprise} />
    </PageView>
  );
}

/** What has to be known before anything else: that it was merged away, that its number is odd, that there may be two of it. */
function Notices({ enterprise }: { readonly enterprise: Enterprise }) {
  const { say } = useWords();
  const { mergedInto, warnings, counts, profile } = enterprise;
  return (
    <>
      {mergedInto ? (
        <p className="notice notice-alert">
          {say(enterpriseTexts.mergedInto)} <AppLink to={`/registry/${mergedInto.id}`}>{mergedInto.name}</AppLink>
        </p>
      ) : null}
      {warnings.map((code) =>
        code in registryWarnings ? (
          <p key={code} className="notice">
            {say(registryWarnings[code as keyof typeof registryWarnings])}
          </p>
        ) : null,
      )}
      {counts.duplicates > 0 ? (
        <p className="notice">
          <AppLink to="/registry/duplicates" search={{ enterprise: profile.id }}>
            {say(enterpriseTexts.duplicates, { count: counts.duplicates })}
          </AppLink>
        </p>
      ) : null}
    </>
  );
}

function Tabs({ enterprise: { counts }, here }: { readonly enterprise: Enterprise; readonly here: string }) {
  const { say } = useWords();
  const tabs = [
    { tab: "", text: say(enterpriseTexts.overview) },
    { tab: "ties", text: say(enterpriseTexts.ties, { count: counts.ties }) },
    { tab: "timeline", text: say(enterpriseTexts.timeline, { count: counts.activities }) },
  ];
  return (
    <nav className="tabs" aria-label={say(enterpriseTexts.sections)}>
      {tabs.map(({ tab, text }) => (
        <Link
          key={tab}
          to={"." as never}
          search={(tab === "" ? {} : { tab }) as never}
          activeOptions={{ exact: true, includeSearch: true }}
          {...(tab === here ? { "aria-current": "page" as const } : {})}
        >
          {text}
        </Link>
      ))}
    </nav>
  );
}

function LastChange({ enterprise }: { readonly enterprise: Enterprise }) {
  const { say } = useWords();
  const { moment } = useTimes();
  return (
    <p className="quiet">{say(enterpriseTexts.changed, { at: moment(enterprise.changedAt), recorded: moment(enterprise.recordedAt) })}</p>
  );
}
