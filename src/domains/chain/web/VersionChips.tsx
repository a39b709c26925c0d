import { type VersionState, versionStateWords } from "#domains/chain/contract/chain.ts";
import type { VersionRow } from "#domains/chain/contract/version-operations.ts";
import { versionTexts } from "#domains/chain/web/version-texts.ts";
import { useWords } from "#ui/language.tsx";
import { StateChip } from "#ui/StateChip.tsx";

const TONES: Readonly<Record<VersionState, "plain" | "active" | "done">> = { DRAFT: "plain", SUBMITTED: "active", APPROVED: "done" };

/** Where a version stands, that it is in force, and that it was sent back. */
export function VersionChips({ row }: { readonly row: VersionRow }) {
  const { say } = useWords();
  return (
    <>
      <StateChip tone={TONES[row.state]}>{say(versionStateWords[row.state])}</StateChip>{" "}
      {row.inForce ? <StateChip tone="active">{say(versionTexts.inForce)}</StateChip> : null}
      {row.returned ? <span className="quiet under">{say(versionTexts.returned, { reason: row.returned })}</span> : null}
    </>
  );
}
