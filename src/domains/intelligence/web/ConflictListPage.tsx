import { useState } from "react";
import type { Conflict } from "#domains/intelligence/contract/intelligence-operations.ts";
import { ConflictView } from "#domains/intelligence/web/ConflictView.tsx";
import { conflictTexts } from "#domains/intelligence/web/conflict-texts.ts";
import { intelligence } from "#domains/intelligence/web/intelligence-client.ts";
import { ResolveConflict } from "#domains/intelligence/web/ResolveConflict.tsx";
import { Choice } from "#ui/Choice.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView } from "#ui/Page.tsx";
import { Empty, Loaded } from "#ui/StateViews.tsx";
import { uiTexts } from "#ui/ui-texts.ts";
import { useAddress } from "#ui/use-address.ts";
import { usePages } from "#ui/use-pages.ts";

type Choosing = { readonly conflict: Conflict; readonly side: Conflict["sides"][number] };

export function Page() {
  const { say } = useWords();
  const [address, change] = useAddress();
  const [choosing, setChoosing] = useState<Choosing>();
  const shown = address["state"] ?? "open";
  const filter = shown === "all" ? {} : { resolved: shown === "resolved" };
  const conflicts = usePages(["conflicts", filter], (cursor) => intelligence.listConflicts({ ...filter, cursor, limit: 50 }));
  const open = conflicts.data?.filter((conflict) => !conflict.resolved).length ?? 0;
  return (
    <PageView
      title={say(conflictTexts.title)}
      state={conflicts.data ? say(conflictTexts.state, { open: shown === "open" ? (conflicts.total ?? open) : open }) : null}
      filters={
        <Choice
          label={say(conflictTexts.filter)}
          value={shown}
          onChange={(state) => change({ state })}
          options={[
            { value: "open", label: say(conflictTexts.open) },
            { value: "resolved", label: say(conflictTexts.resolved) },
            { value: "all", label: say(conflictTexts.all) },
          ]}
        />
      }
    >
      <Loaded query={conflicts}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title={say(conflictTexts.empty)} hint={say(conflictTexts.emptyHint)} />
          ) : (
            <div className="stack">
              {rows.map((conflict) => (
                <ConflictView key={conflict.id} conflict={conflict} onKeep={(side) => setChoosing({ conflict, side })} />
              ))}
              {conflicts.more ? (
                <button type="button" className="text-button" onClick={conflicts.more}>
                  {say(uiTexts.more)}
                </button>
              ) : null}
            </div>
          )
        }
      </Loaded>
      {choosing ? <ResolveConflict conflict={choosing.conflict} side={choosing.side} onClose={() => setChoosing(undefined)} /> : null}
    </PageView>
  );
}
