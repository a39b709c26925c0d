import { Colour, type ColourRule, colourWords } from "#domains/projects/contract/colour.ts";
import { colourSpans } from "#domains/projects/rules/ladder-words.ts";
import { type LadderName, ladderWords } from "#domains/projects/rules/rule-changes.ts";
import { ruleTexts } from "#domains/projects/web/colour-rules/colour-rule-texts.ts";
import { SupervisionLight } from "#domains/projects/web/SupervisionLight.tsx";
import { DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";

export const LADDER_NAMES = Object.keys(ladderWords) as readonly LadderName[];

/** One row for what is looked at, one column for each colour, and what it rests on. */
export function LadderTable({ rule }: { readonly rule: ColourRule }) {
  const { say } = useWords();
  return (
    <DataTable
      caption={say(ruleTexts.ladders)}
      rows={LADDER_NAMES}
      rowKey={(name) => name}
      columns={[
        { key: "dimension", title: say(ruleTexts.dimension), short: true, cell: (name) => say(ladderWords[name].name) },
        ...Colour.options.map((colour) => ({
          key: colour,
          title: say(colourWords[colour]),
          short: true as const,
          cell: (name: LadderName) => (
            <span className="span-of">
              <SupervisionLight colour={colour} word={false} />
              {colourSpans(rule[name]).find((one) => one.colour === colour)?.span ?? (
                <span className="quiet">{say(ruleTexts.notGiven)}</span>
              )}
            </span>
          ),
        })),
        { key: "unit", title: say(ruleTexts.unit), short: true, cell: (name) => say(ladderWords[name].unit) },
        { key: "source", title: say(ruleTexts.source), wideOnly: true, cell: (name) => <span lang="zh-CN">{rule[name].source}</span> },
      ]}
    />
  );
}
