import { useState } from "react";
import { ConflictState, conflictStateWords, type RegisterConflict } from "#domains/projects/contract/register-conflict.ts";
import { StatedCompletions } from "#domains/projects/web/completions/StatedCompletions.tsx";
import { conflicts } from "#domains/projects/web/projects-client.ts";
import { RegisterConflictView } from "#domains/projects/web/RegisterConflictView.tsx";
import { registerConflictTexts } from "#domains/projects/web/register-conflict-texts.ts";
import { SettleConflict } from "#domains/projects/web/SettleConflict.tsx";
import { Choice } from "#ui/Choice.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView } from "#ui/Page.tsx";
import { Empty, Loaded } from "#ui/StateViews.tsx";
import { uiTexts } from "#ui/ui-texts.ts";
import { useAddress } from "#ui/use-address.ts";
import { usePages } from "#ui/use-pages.ts";

const ALL = "all";

/** Contradictions between accepted documents and the register; `?project=ID` those of one project. */
export function Page() {
  const { say } = useWords();
  const [address, change] = useAddress();
  const [settling, setSettling] = useState<RegisterConflict>();
  const shown = address["state"] ?? "OPEN";
  const state = ConflictState.safeParse(shown).data;
  const filter = { ...(state ? { state } : {}), ...(address["project"] ? { projectId: address["project"] } : {}) };
  const found = usePages(["register-conflicts", filter], (cursor) => conflicts.listRegisterConflicts({ ...filter, cursor, limit: 50 }));
  const open = state === "OPEN" ? found.total : found.data?.filter((conflict) => conflict.state === "OPEN").length;
  return (
    <PageView
      title={say(registerConflictTexts.title)}
      state={found.data ? say(registerConflictTexts.state, { open: open ?? 0 }) : null}
      filters={
        <Choice
          label={say(registerConflictTexts.filter)}
          value={state ?? ALL}
          onChange={(value) => change({ state: value })}
          options={[
            ...ConflictState.options.map((value) => ({ value, label: say(conflictStateWords[value]) })),
            { value: ALL, label: say(registerConflictTexts.all) },
          ]}
        />
      }
    >
      {state === "OPEN" || state === undefined ? <StatedCompletions open={state === "OPEN"} /> : null}
      <Loaded query={found}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title={say(registerConflictTexts.empty)} hint={say(registerConflictTexts.emptyHint)} />
          ) : (
            <div className="stack">
              {rows.map((conflict) => (
                <RegisterConflictView key={conflict.id} conflict={conflict} onSettle={() => setSettling(conflict)} />
              ))}
              {found.more ? (
                <button type="button" className="text-button" onClick={found.more}>
                  {say(uiTexts.more)}
                </button>
              ) : null}
            </div>
          )
        }
      </Loaded>
      {settling ? <SettleConflict conflict={settling} onClose={() => setSettling(undefined)} /> : null}
    </PageView>
  );
}
