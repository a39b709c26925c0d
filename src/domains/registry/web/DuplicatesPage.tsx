import { Button } from "antd";
import { useState } from "react";
import { DuplicateView } from "#domains/registry/contract/duplicate-operations.ts";
import { DismissDuplicate } from "#domains/registry/web/DismissDuplicate.tsx";
import { type Duplicate, DuplicatePair } from "#domains/registry/web/DuplicatePair.tsx";
import { duplicateStateTexts, duplicateTexts } from "#domains/registry/web/duplicate-texts.ts";
import { MergeDrawer } from "#domains/registry/web/MergeDrawer.tsx";
import { MergeTable } from "#domains/registry/web/MergeTable.tsx";
import { RegistryTabs } from "#domains/registry/web/RegistryTabs.tsx";
import { registry } from "#domains/registry/web/registry-client.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { Choice } from "#ui/Choice.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView } from "#ui/Page.tsx";
import { Empty, Loaded } from "#ui/StateViews.tsx";
import { useErrorSentence } from "#ui/sentences.tsx";
import { uiTexts } from "#ui/ui-texts.ts";
import { useAddress } from "#ui/use-address.ts";
import { useCommand } from "#ui/use-command.ts";
import { usePages } from "#ui/use-pages.ts";
import { useViewer } from "#ui/viewer.tsx";
import "#domains/registry/web/registry.css";

const State = DuplicateView.shape.state;
type Asking = { readonly to: "merge" | "dismiss"; readonly pair: Duplicate };

/** Pairs that may be one enterprise, the likeliest first; below, what was merged. */
export function Page() {
  const { say } = useWords();
  const sentence = useErrorSentence();
  const { permissions } = useViewer();
  const [address, change] = useAddress();
  const [asking, ask] = useState<Asking>();
  const state = State.safeParse(address["state"]).data ?? "OPEN";
  const enterpriseId = address["enterprise"] || undefined;
  const pairs = usePages(["registry", "duplicates", state, enterpriseId], (cursor) =>
    registry.listDuplicates({ state, enterpriseId, cursor, limit: 20 }),
  );
  const find = useCommand(() => registry.findDuplicates({}), ["jobs"]);
  const close = () => ask(undefined);
  return (
    <PageView
      title={say(duplicateTexts.title)}
      state={say(duplicateTexts.state)}
      action={
        permissions.has("registry.merge") ? (
          <Button type="primary" loading={find.isPending} onClick={() => find.mutate(undefined)}>
            {say(duplicateTexts.find)}
          </Button>
        ) : null
      }
      filters={
        <>
          <Choice
            label={say(duplicateTexts.filter)}
            value={state}
            onChange={(value) => change({ state: value === "OPEN" ? "" : value })}
            options={State.options.map((value) => ({ value, label: say(duplicateStateTexts[value]) }))}
          />
          {enterpriseId ? (
            <button type="button" className="chosen-part" onClick={() => change({ enterprise: "" })}>
              {say(duplicateTexts.ofOne)} <span aria-hidden="true">×</span>
            </button>
          ) : null}
        </>
      }
    >
      <RegistryTabs here="duplicates" />
      {find.data ? (
        <p className="notice" role="status">
          <AppLink to="/system/jobs">{say(duplicateTexts.finding)}</AppLink>
        </p>
      ) : null}
      {find.error ? (
        <p className="notice notice-alert" role="alert">
          {sentence(find.error)}
        </p>
      ) : null}
      <Loaded query={pairs}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title={say(duplicateTexts.empty)} hint={say(duplicateTexts.emptyHint)} />
          ) : (
            <div className="stack">
              {rows.map((pair) => (
                <DuplicatePair
                  key={pair.id}
                  pair={pair}
                  onMerge={() => ask({ to: "merge", pair })}
                  onDismiss={() => ask({ to: "dismiss", pair })}
                />
              ))}
              {pairs.more ? <Button onClick={pairs.more}>{say(uiTexts.more)}</Button> : null}
            </div>
          )
        }
      </Loaded>
      <MergeTable enterpriseId={enterpriseId} />
      {asking?.to === "merge" ? <MergePair pair={asking.pair} onClose={close} /> : null}
      {asking?.to === "dismiss" ? <DismissDuplicate pair={asking.pair} onClose={close} /> : null}
    </PageView>
  );
}

/** Whichever has a code of the state is proposed to stay; the person chooses. */
function MergePair({ pair: { one, other }, onClose }: { readonly pair: Duplicate; readonly onClose: () => void }) {
  const turned = one.identifierKind === "provisional" && other.identifierKind !== "provisional";
  return <MergeDrawer oneId={turned ? other.id : one.id} otherId={turned ? one.id : other.id} onClose={onClose} />;
}
