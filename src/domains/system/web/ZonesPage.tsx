import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import type { Zone } from "#domains/system/contract/system-operations.ts";
import { AddDepartment } from "#domains/system/web/AddDepartment.tsx";
import { CreateZone } from "#domains/system/web/CreateZone.tsx";
import { RemoveSample } from "#domains/system/web/RemoveSample.tsx";
import { system } from "#domains/system/web/system-client.ts";
import { zoneTexts } from "#domains/system/web/zone-texts.ts";
import { type Column, DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView, Section } from "#ui/Page.tsx";
import { Loaded } from "#ui/StateViews.tsx";
import { useTimes } from "#ui/use-times.ts";
import { useViewer } from "#ui/viewer.tsx";

type Asking = "zone" | "department" | "sample";

export function Page() {
  const { say, language } = useWords();
  const { day } = useTimes();
  const { permissions } = useViewer();
  const [asking, setAsking] = useState<Asking>();
  const zones = useQuery({ queryKey: ["zones"], queryFn: () => system.listZones({}) });
  const departments = useQuery({ queryKey: ["departments"], queryFn: () => system.listDepartments({}) });
  // What concerns the whole platform is for its own administrators; a zone's administrator keeps the departments.
  const ofPlatform = permissions.has("platform.administer");
  const administers = permissions.has("system.administer");
  const close = () => setAsking(undefined);
  const columns: readonly Column<Zone>[] = [
    { key: "name", title: say(zoneTexts.name), order: (row) => row.name, cell: (row) => (language === "en" && row.nameEn) || row.name },
    { key: "slug", title: say(zoneTexts.slug), order: (row) => row.slug, cell: (row) => row.slug },
    { key: "region", short: true, title: say(zoneTexts.region), cell: (row) => row.region },
    { key: "kind", title: say(zoneTexts.kind), cell: (row) => say(row.sample ? zoneTexts.sample : zoneTexts.real) },
    { key: "date", title: say(zoneTexts.businessDate), wideOnly: true, cell: (row) => day(row.businessDate) },
  ];
  return (
    <PageView
      title={say(zoneTexts.title)}
      state={
        zones.data && departments.data
          ? say(zoneTexts.state, { zones: zones.data.items.length, departments: departments.data.items.length })
          : null
      }
      action={
        ofPlatform ? (
          <>
            {zones.data?.items.some((zone) => zone.sample) ? (
              <Button onClick={() => setAsking("sample")}>{say(zoneTexts.removeSample)}</Button>
            ) : null}
            <Button type="primary" onClick={() => setAsking("zone")}>
              {say(zoneTexts.add)}
            </Button>
          </>
        ) : null
      }
    >
      <Loaded query={zones}>
        {({ items }) => <DataTable caption={say(zoneTexts.zones)} rows={items} columns={columns} rowKey={(row) => row.id} />}
      </Loaded>
      {administers && !ofPlatform ? <p className="quiet">{say(zoneTexts.byCommand)}</p> : null}
      <Section
        title={say(zoneTexts.departments)}
        aside={
          administers ? (
            <button type="button" className="text-button" onClick={() => setAsking("department")}>
              {say(zoneTexts.addDepartment)}
            </button>
          ) : null
        }
      >
        <Loaded query={departments} rows={3}>
          {({ items }) =>
            items.length === 0 ? (
              <p className="section-body">{say(zoneTexts.noDepartments)}</p>
            ) : (
              <ul className="list">
                {items.map((department) => (
                  <li key={department.id}>{(language === "en" && department.nameEn) || department.name}</li>
                ))}
              </ul>
            )
          }
        </Loaded>
      </Section>
      {asking === "zone" ? <CreateZone onClose={close} /> : null}
      {asking === "department" ? <AddDepartment onClose={close} /> : null}
      {asking === "sample" ? <RemoveSample onClose={close} /> : null}
    </PageView>
  );
}
