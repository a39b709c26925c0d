import type { Colour } from "#domains/projects/contract/colour.ts";
import { readColour } from "#domains/projects/rules/colours.ts";
import { colourRuleOn } from "#domains/projects/server/colour-rules.ts";
import type { ColourHandlers } from "#domains/projects/server/handler-shapes.ts";
import { loadProjectRecords } from "#domains/projects/server/load-project-records.ts";

/** The projects of a day under the rule in force and under another: nothing is kept. */
export const tryColourRule: ColourHandlers["tryColourRule"] = async ({ rule, asOf: asked }, { tx, today }) => {
  const asOf = asked ?? today;
  const present = await colourRuleOn(tx, asOf);
  const before = { green: 0, blue: 0, yellow: 0, red: 0 };
  const after = { ...before };
  const count = (counts: Record<Colour, number>, colour: Colour | undefined) => {
    if (colour !== undefined) counts[colour] += 1;
  };
  const changes = (await loadProjectRecords(tx)).flatMap((record) => {
    const [now, then] = [readColour(record, present.rule, asOf), readColour(record, rule, asOf)];
    count(before, now?.colour);
    count(after, then?.colour);
    if (now?.colour === then?.colour) return [];
    const project = { id: record.id, code: record.code, name: record.name };
    return [{ project, from: now?.colour ?? null, to: then?.colour ?? null, reasons: [...(then?.reasons ?? [])] }];
  });
  return { asOf, before, after, changes };
};
