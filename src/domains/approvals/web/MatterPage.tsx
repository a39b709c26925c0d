import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import { kindWords, stageWords } from "#domains/approvals/contract/matter.ts";
import { matters } from "#domains/approvals/web/approvals-client.ts";
import { MatterFields } from "#domains/approvals/web/MatterFields.tsx";
import { MatterLimits } from "#domains/approvals/web/MatterLimits.tsx";
import { MatterMaterials } from "#domains/approvals/web/MatterMaterials.tsx";
import { MatterReviews } from "#domains/approvals/web/MatterReviews.tsx";
import { MatterVersions } from "#domains/approvals/web/MatterVersions.tsx";
import { matterTexts } from "#domains/approvals/web/matter-texts.ts";
import { ReviseMatter } from "#domains/approvals/web/ReviseMatter.tsx";
import { findLocalDate } from "#kernel/local-date.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView } from "#ui/Page.tsx";
import { Loaded } from "#ui/StateViews.tsx";
import { useAddress } from "#ui/use-address.ts";
import { useViewer } from "#ui/viewer.tsx";

/** One matter, readable without a table of the law at hand. */
export function Page() {
  const { say, language } = useWords();
  const { permissions } = useViewer();
  const [address] = useAddress();
  const [revising, setRevising] = useState(false);
  const code = useParams({ strict: false, select: (params: Record<string, string>) => params["code"] ?? "" });
  const asOf = findLocalDate(address["asOf"] ?? "");
  const opened = useQuery({ queryKey: ["approvals", "matter", code, asOf], queryFn: () => matters.openMatter({ code, asOf }) });
  const current = opened.data?.current;
  return (
    <PageView
      title={current ? current.matter.name[language] : say(matterTexts.name)}
      back={permissions.has("approvals.read") ? <AppLink to="/approvals/matters">{say(matterTexts.back)}</AppLink> : null}
      state={
        current
          ? say(matterTexts.matterState, {
              stage: say(stageWords[current.matter.stage]),
              kind: say(kindWords[current.matter.kind]),
              version: current.version,
              day: current.effectiveOn,
            })
          : null
      }
      action={
        current ? (
          <>
            {permissions.has("approvals.set-matters") ? <Button onClick={() => setRevising(true)}>{say(matterTexts.revise)}</Button> : null}
            {permissions.has("approvals.apply") ? (
              <AppLink to={`/portal/apply/${code}`} className="button-link">
                {say(matterTexts.apply)}
              </AppLink>
            ) : null}
          </>
        ) : null
      }
    >
      <Loaded query={opened} rows={10}>
        {({ current: version, versions }) => (
          <>
            <div className="columns">
              <div className="stack">
                <MatterMaterials matter={version.matter} />
                <MatterReviews matter={version.matter} />
                <MatterFields matter={version.matter} />
              </div>
              <div className="stack">
                <MatterLimits matter={version.matter} />
              </div>
            </div>
            <MatterVersions current={version} versions={versions} />
          </>
        )}
      </Loaded>
      {revising && current ? <ReviseMatter matter={current.matter} onClose={() => setRevising(false)} /> : null}
    </PageView>
  );
}
