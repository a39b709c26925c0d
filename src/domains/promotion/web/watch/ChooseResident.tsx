import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { book } from "#domains/promotion/web/diligence/diligence-client.ts";
import { watchWebTexts as texts } from "#domains/promotion/web/watch/watch-web-texts.ts";
import { Drawer } from "#ui/Drawer.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { Loaded } from "#ui/StateViews.tsx";

type ChooseResidentProps = { readonly onChoose: (enterpriseId: string) => void; readonly onClose: () => void };
const SHOWN = 20;

/** One resident of the zone's book. */
export function ChooseResident({ onChoose, onClose }: ChooseResidentProps) {
  const { say } = useWords();
  const [q, setQ] = useState("");
  const found = useQuery({
    queryKey: ["registry", "residents", q.trim()],
    queryFn: () => book.listBook({ kind: "resident", limit: SHOWN, ...(q.trim() === "" ? {} : { q: q.trim() }) }),
    placeholderData: keepPreviousData,
  });
  return (
    <Drawer open title={say(texts.enterAny)} onClose={onClose}>
      <div className="fields">
        <Field label={say(texts.resident)} value={q} onChange={setQ} hint={say(texts.residentHint)} maxLength={80} autoFocus />
        <Loaded query={found}>
          {({ items }) =>
            items.length === 0 ? (
              <p className="quiet">{say(texts.noResident)}</p>
            ) : (
              <ul className="list">
                {items.map(({ entry, enterprise }) => (
                  <li key={entry.id}>
                    <button type="button" className="text-button" onClick={() => onChoose(enterprise.id)}>
                      {enterprise.name}
                    </button>
                  </li>
                ))}
              </ul>
            )
          }
        </Loaded>
      </div>
    </Drawer>
  );
}
