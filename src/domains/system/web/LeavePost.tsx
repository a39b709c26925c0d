import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { PersonRow } from "#domains/system/contract/system-operations.ts";
import { peopleTexts as texts } from "#domains/system/web/people-texts.ts";
import { system } from "#domains/system/web/system-client.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Drawer } from "#ui/Drawer.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { Loaded } from "#ui/StateViews.tsx";
import { useCommand } from "#ui/use-command.ts";

type LeavePostProps = { readonly person: PersonRow; readonly onClose: () => void };

/** What stays behind is looked at first; who leaves it says that it is known. */
export function LeavePost({ person, onClose }: LeavePostProps) {
  const { say } = useWords();
  const [reason, setReason] = useState("");
  const [known, setKnown] = useState(false);
  const departure = useQuery({ queryKey: ["people", "departure", person.id], queryFn: () => system.departure({ personId: person.id }) });
  const open = departure.data?.openWork.reduce((sum, { count }) => sum + count, 0) ?? 0;
  const leave = useCommand(() => system.leavePost({ personId: person.id, reason, openWork: open }), ["people"], onClose);
  const title = say(texts.leaveTitle, { name: person.name });
  if (!departure.data)
    return (
      <Drawer open onClose={onClose} title={title}>
        <Loaded query={departure}>{() => null}</Loaded>
      </Drawer>
    );
  return (
    <CommandForm
      open
      title={title}
      submit={say(texts.leave)}
      danger
      busy={leave.isPending}
      error={leave.error}
      onSubmit={() => {
        if (open === 0 || known) leave.mutate(undefined);
      }}
      onClose={onClose}
    >
      <p className="quiet">{say(texts.leaveHint)}</p>
      {open === 0 ? <p>{say(texts.noOpenWork)}</p> : <OpenWork items={departure.data.openWork} count={open} />}
      {open === 0 ? null : (
        <label className="check">
          <input type="checkbox" required checked={known} onChange={(event) => setKnown(event.target.checked)} />
          {say(texts.leaveAnyway, { count: open })}
        </label>
      )}
      <Field label={say(texts.reason)} value={reason} onChange={setReason} required minLength={2} maxLength={200} autoFocus />
    </CommandForm>
  );
}

type Items = Awaited<ReturnType<typeof system.departure>>["openWork"];

function OpenWork({ items, count }: { readonly items: Items; readonly count: number }) {
  const { say } = useWords();
  return (
    <div className="notice">
      <strong>{say(texts.openWork, { count })}</strong>
      <ul>
        {items.map(({ what, count: held, handOverAt }) => (
          <li key={what.en}>
            {say(what)} {held}
            {handOverAt === null ? null : (
              <>
                {" · "}
                <AppLink to={handOverAt}>{say(texts.handOver)}</AppLink> <span className="quiet">{say(texts.handOverBy)}</span>
              </>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
