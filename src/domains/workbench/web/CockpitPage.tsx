import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { workbenchOperations } from "#domains/workbench/contract/workbench-operations.ts";
import { CockpitAside } from "#domains/workbench/web/CockpitAside.tsx";
import { CockpitApprovals, CockpitOverdue, CockpitProjects } from "#domains/workbench/web/CockpitProjects.tsx";
import { CockpitTiles } from "#domains/workbench/web/CockpitTiles.tsx";
import { cockpitTexts } from "#domains/workbench/web/cockpit-texts.ts";
import type { CockpitView } from "#domains/workbench/web/cockpit-view.ts";
import { RecentDocuments } from "#domains/workbench/web/RecentDocuments.tsx";
import { createClient } from "#kernel/client.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView, Section } from "#ui/Page.tsx";
import { Empty, Loaded } from "#ui/StateViews.tsx";
import { sayPeriod } from "#ui/say-period.ts";
import { send } from "#ui/transport.ts";
import { useAddress } from "#ui/use-address.ts";
import { useRegionName } from "#ui/use-region-name.ts";
import { useViewer } from "#ui/viewer.tsx";

const workbench = createClient(workbenchOperations, send);
const FigureSourceDrawer = lazy(() =>
  import("#domains/intelligence/web/FigureSourceDrawer.tsx").then((module) => ({ default: module.FigureSourceDrawer })),
);

type Opened = { readonly id: string; readonly name: string };

export function Page() {
  const { say } = useWords();
  const [address] = useAddress();
  const period = address["period"];
  const cockpit = useQuery({ queryKey: ["cockpit", period], queryFn: () => workbench.cockpit(period ? { period } : {}) });
  if (!cockpit.data)
    return (
      <PageView title={say(cockpitTexts.title)}>
        <Loaded query={cockpit} rows={8}>
          {() => null}
        </Loaded>
      </PageView>
    );
  return <CockpitBody cockpit={cockpit.data} />;
}

function CockpitBody({ cockpit }: { readonly cockpit: CockpitView }) {
  const { say, language } = useWords();
  const { permissions } = useViewer();
  const regionName = useRegionName();
  const [opened, setOpened] = useState<Opened>();
  const counts = {
    region: regionName(cockpit.region),
    period: sayPeriod(cockpit.period, language),
    tiles: cockpit.tiles.length,
    conflicts: cockpit.conflicts.open,
    documents: cockpit.backlog.documents,
    missing: cockpit.missing.length,
  };
  return (
    <PageView
      title={say(cockpitTexts.title)}
      state={say(cockpit.tiles.length > 0 ? cockpitTexts.state : cockpitTexts.stateEmpty, counts)}
      action={
        cockpit.card && permissions.has("economy.read") ? (
          <AppLink to={`/report-cards/${cockpit.card.id}`} className="button-link">
            {say(cockpitTexts.openCard)}
          </AppLink>
        ) : null
      }
    >
      {cockpit.tiles.length > 0 ? (
        <CockpitTiles tiles={cockpit.tiles} onOpen={(id, name) => setOpened({ id, name })} />
      ) : (
        <Empty
          title={say(cockpitTexts.noFigures)}
          hint={say(cockpitTexts.noFiguresHint)}
          action={<AppLink to="/documents">{say(cockpitTexts.addDocuments)}</AppLink>}
        />
      )}
      {permissions.has("projects.read") || permissions.has("approvals.read") ? (
        <div className="columns">
          {permissions.has("projects.read") ? <CockpitProjects projects={cockpit.projects} /> : null}
          <div className="stack">
            {permissions.has("approvals.read") ? <CockpitApprovals approvals={cockpit.approvals} /> : null}
            {permissions.has("projects.read") ? <CockpitOverdue overdue={cockpit.projects.overdue} /> : null}
          </div>
        </div>
      ) : null}
      <div className="columns">
        <Section title={say(cockpitTexts.recent)} aside={<AppLink to="/documents">{say(cockpitTexts.all)}</AppLink>}>
          <RecentDocuments documents={cockpit.recent} />
        </Section>
        <CockpitAside cockpit={cockpit} />
      </div>
      <Suspense>
        {opened ? <FigureSourceDrawer observationId={opened.id} name={opened.name} onClose={() => setOpened(undefined)} /> : null}
      </Suspense>
    </PageView>
  );
}
