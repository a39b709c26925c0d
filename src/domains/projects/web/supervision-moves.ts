import type { z } from "zod";
import type { SupervisionView } from "#domains/projects/contract/colour-operations.ts";
import { superviseTexts } from "#domains/projects/web/project-force-texts.ts";
import { colours } from "#domains/projects/web/projects-client.ts";
import type { Text } from "#kernel/texts.ts";

export type Supervision = z.infer<typeof SupervisionView>;

/** The steps as buttons: where each is offered and what it asks. Whether this person may is for the server to say. */
export type SupervisionMove = {
  readonly name: "issue" | "reply" | "close";
  readonly text: Text;
  readonly from: readonly Supervision["state"][];
  readonly ability: "supervise" | "replySupervision";
  readonly asks: Text;
  readonly longest: number;
  /** What stands in the field before anything is typed. */
  readonly begin: (item: Supervision) => string;
  readonly run: (item: Supervision, words: string) => Promise<unknown>;
};

export const SUPERVISION_MOVES: readonly SupervisionMove[] = [
  {
    name: "issue",
    text: superviseTexts.issue,
    from: ["OPEN"],
    ability: "supervise",
    asks: superviseTexts.issueWords,
    longest: 2000,
    begin: (item) => item.text,
    run: ({ id, version }, text) => colours.issueSupervision({ supervisionId: id, version, text }),
  },
  {
    name: "reply",
    text: superviseTexts.answer,
    from: ["ISSUED"],
    ability: "replySupervision",
    asks: superviseTexts.replyWords,
    longest: 2000,
    begin: () => "",
    run: ({ id, version }, reply) => colours.replySupervision({ supervisionId: id, version, reply }),
  },
  {
    name: "close",
    text: superviseTexts.close,
    from: ["ISSUED", "REPLIED"],
    ability: "supervise",
    asks: superviseTexts.closeWords,
    longest: 500,
    begin: () => "",
    run: ({ id, version }, note) => colours.closeSupervision({ supervisionId: id, version, note }),
  },
];
