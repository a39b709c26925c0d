import { chain } from "#domains/chain/web/chain-client.ts";
import { versionTexts } from "#domains/chain/web/version-texts.ts";
import type { Text } from "#kernel/texts.ts";

type Seen = { readonly id: string; readonly version: number };

/** The steps as buttons: what each asks. Whether it may be taken is for the server to say. */
export type VersionMove = {
  readonly name: "submit" | "approve" | "sendBack";
  readonly text: Text;
  readonly needsReason: boolean;
  readonly hint?: Text;
  readonly run: (seen: Seen, words: string) => Promise<unknown>;
};
const noted = (words: string) => (words === "" ? {} : { note: words });

export const VERSION_MOVES: readonly VersionMove[] = [
  {
    name: "submit",
    text: versionTexts.submit,
    needsReason: false,
    run: (seen, words) => chain.submitVersion({ ...seen, ...noted(words) }),
  },
  {
    name: "approve",
    text: versionTexts.approve,
    needsReason: false,
    hint: versionTexts.approveHint,
    run: (seen, words) => chain.approveVersion({ ...seen, ...noted(words) }),
  },
  { name: "sendBack", text: versionTexts.sendBack, needsReason: true, run: (seen, reason) => chain.returnVersion({ ...seen, reason }) },
];
