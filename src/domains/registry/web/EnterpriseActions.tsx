import { useState } from "react";
import { AddNote } from "#domains/registry/web/AddNote.tsx";
import { EnterBook } from "#domains/registry/web/EnterBook.tsx";
import { actTexts, enterpriseTexts } from "#domains/registry/web/enterprise-texts.ts";
import type { Enterprise } from "#domains/registry/web/enterprise-view.ts";
import { MergeOther } from "#domains/registry/web/MergeOther.tsx";
import { AbilityButton } from "#ui/AbilityButton.tsx";
import { useWords } from "#ui/language.tsx";

type Asking = "note" | "book" | "merge";

/** What can be done with an enterprise as a whole; its parts have their own. */
export function EnterpriseActions({ enterprise }: { readonly enterprise: Enterprise }) {
  const { say } = useWords();
  const [asking, ask] = useState<Asking>();
  const { abilities, profile } = enterprise;
  const close = () => ask(undefined);
  return (
    <>
      <AbilityButton type="primary" ability={abilities["note"]} onClick={() => ask("note")}>
        {say(actTexts.note)}
      </AbilityButton>
      <AbilityButton ability={abilities["enterBook"]} onClick={() => ask("book")}>
        {say(actTexts.enterBook)}
      </AbilityButton>
      {abilities["merge"]?.allowed ? (
        <AbilityButton ability={abilities["merge"]} onClick={() => ask("merge")}>
          {say(enterpriseTexts.mergeOther)}
        </AbilityButton>
      ) : null}
      {asking === "note" ? <AddNote enterpriseId={profile.id} onClose={close} /> : null}
      {asking === "book" ? <EnterBook enterpriseId={profile.id} onClose={close} /> : null}
      {asking === "merge" ? <MergeOther enterpriseId={profile.id} onClose={close} /> : null}
    </>
  );
}
