import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { TargetRow } from "#domains/promotion/contract/target.ts";
import { leadTexts } from "#domains/promotion/web/lead-page-texts.ts";
import { pool } from "#domains/promotion/web/promotion-client.ts";
import { TARGETS_TOUCHED, targets } from "#domains/promotion/web/target-client.ts";
import { targetWebTexts as texts } from "#domains/promotion/web/target-web-texts.ts";
import { CommandForm } from "#ui/CommandForm.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";

type ShareOutProps = { readonly listId: string; readonly items: readonly TargetRow[]; readonly onClose: () => void };

/** Who has nobody yet, of those that the page shows, goes to the chosen officers turn by turn. */
export function ShareOutTargets({ listId, items, onClose }: ShareOutProps) {
  const { say } = useWords();
  const officers = useQuery({ queryKey: ["officers"], queryFn: () => pool.listOfficers({}) });
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const free = items.filter(({ status, owner }) => status === "LOCKED" && owner === null).map(({ id }) => id);
  const send = useCommand(
    () => targets.assignTargets({ listId, targetIds: free, ownerIds: [...chosen] }),
    [...TARGETS_TOUCHED, "officers"],
    onClose,
  );
  return (
    <CommandForm
      open
      title={say(texts.shareOut)}
      submit={say(texts.shareOut)}
      busy={send.isPending}
      error={send.error}
      onSubmit={() => (free.length === 0 || chosen.length === 0 ? undefined : send.mutate(undefined))}
      onClose={onClose}
    >
      <p>{free.length === 0 ? say(texts.shareNobody) : say(texts.shareHint, { count: free.length })}</p>
      <fieldset className="lead-part">
        <legend>{say(texts.owner)}</legend>
        <div className="stack-small">
          {(officers.data?.items ?? []).map(({ id, name, department, held }) => (
            <label key={id} className="check">
              <input
                type="checkbox"
                checked={chosen.includes(id)}
                onChange={(event) => setChosen(event.target.checked ? [...chosen, id] : chosen.filter((other) => other !== id))}
              />
              {say(leadTexts.officerHeld, { name, department: department ?? "–", held })}
            </label>
          ))}
        </div>
      </fieldset>
      {chosen.length > 0 && free.length > 0 ? (
        <p className="quiet">
          {say(texts.shareEach, { least: Math.floor(free.length / chosen.length), most: Math.ceil(free.length / chosen.length) })}
        </p>
      ) : null}
    </CommandForm>
  );
}
