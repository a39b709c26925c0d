import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { DatasetTable } from "#domains/economy/web/DatasetTable.tsx";
import { economy } from "#domains/economy/web/economy-client.ts";
import { Licence } from "#domains/economy/web/Licence.tsx";
import { openDataWords } from "#domains/economy/web/open-data-words.ts";
import { SetLicence } from "#domains/economy/web/SetLicence.tsx";
import { AppLink } from "#ui/AppLink.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView } from "#ui/Page.tsx";
import { Loaded } from "#ui/StateViews.tsx";
import { useViewer } from "#ui/viewer.tsx";

/** The same as everybody sees, and beside it what only the zone decides: the licence. */
export function Page() {
  const { say } = useWords();
  const { permissions, zone } = useViewer();
  const [setting, setSetting] = useState(false);
  const data = useQuery({ queryKey: ["open-data", zone.slug], queryFn: () => economy.listDatasets({ zone: zone.slug }) });
  return (
    <PageView
      title={say(openDataWords.ownTitle)}
      state={say(openDataWords.ownState)}
      action={
        <span className="actions">
          <AppLink to={`/public/${zone.slug}/data`}>{say(openDataWords.open)}</AppLink>
          {permissions.has("economy.publish") ? (
            <Button type="primary" onClick={() => setSetting(true)}>
              {say(openDataWords.set)}
            </Button>
          ) : null}
        </span>
      }
    >
      <Loaded query={data}>
        {({ items, licence }) => (
          <div className="stack">
            <Licence terms={licence} />
            <DatasetTable items={items} />
            {setting ? <SetLicence terms={licence} onClose={() => setSetting(false)} /> : null}
          </div>
        )}
      </Loaded>
    </PageView>
  );
}
