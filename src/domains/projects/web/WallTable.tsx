import { useState } from "react";
import { Colour } from "#domains/projects/contract/colour.ts";
import { categoryWords, KeyLevel, keyLevelWords, ProjectStage, stageWords } from "#domains/projects/contract/project.ts";
import { FreshnessLight } from "#domains/projects/web/FreshnessLight.tsx";
import { SupervisionLight } from "#domains/projects/web/SupervisionLight.tsx";
import type { Tile } from "#domains/projects/web/WallGroupView.tsx";
import { freshnessTexts, wallTexts } from "#domains/projects/web/wall-texts.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { type Column, DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";
import { useYuan } from "#ui/use-yuan.ts";

const ROWS = 500;

/** The twin of the wall: the same projects in rows, worst colour first. */
export function WallTable({ tiles, onOpen }: { readonly tiles: readonly Tile[]; readonly onOpen: (tile: Tile) => void }) {
  const { say, language } = useWords();
  const { short } = useYuan();
  const [shown, setShown] = useState(ROWS);
  const worstFirst = [...tiles].sort((one, other) => rank(other) - rank(one));
  const columns: readonly Column<Tile>[] = [
    {
      key: "project",
      title: say(wallTexts.project),
      order: (tile) => tile.name,
      cell: (tile) => <AppLink to={`/projects/${tile.id}`}>{tile.name}</AppLink>,
    },
    {
      key: "colour",
      short: true,
      title: say(wallTexts.colour),
      order: (tile) => -rank(tile),
      cell: (tile) => <SupervisionLight colour={tile.colour} />,
    },
    {
      key: "reasons",
      title: say(wallTexts.reasons),
      cell: (tile) => tile.reasons.map((reason) => reason[language]).join(language === "zh" ? "；" : "; ") || "–",
    },
    {
      key: "report",
      short: true,
      title: say(freshnessTexts.title),
      order: (tile) => tile.freshness.days ?? Number.MAX_SAFE_INTEGER,
      cell: (tile) => <FreshnessLight freshness={tile.freshness} />,
    },
    {
      key: "stage",
      short: true,
      title: say(wallTexts.stage),
      order: (tile) => ProjectStage.options.indexOf(tile.stage),
      cell: (tile) => say(stageWords[tile.stage]),
    },
    {
      key: "category",
      short: true,
      wideOnly: true,
      title: say(wallTexts.category),
      order: (tile) => tile.category,
      cell: (tile) => say(categoryWords[tile.category]),
    },
    {
      key: "level",
      short: true,
      wideOnly: true,
      title: say(wallTexts.level),
      order: (tile) => KeyLevel.options.indexOf(tile.level),
      cell: (tile) => say(keyLevelWords[tile.level]),
    },
    {
      key: "amount",
      figure: true,
      title: say(wallTexts.amount),
      order: (tile) => Number(tile.plannedTotalYuan),
      cell: (tile) => short(tile.plannedTotalYuan),
    },
  ];
  return (
    <DataTable
      caption={say(wallTexts.title)}
      rows={worstFirst.slice(0, shown)}
      columns={columns}
      rowKey={(tile) => tile.id}
      onOpen={onOpen}
      total={tiles.length}
      more={tiles.length > shown ? () => setShown(shown + ROWS) : undefined}
    />
  );
}

const rank = (tile: Tile): number => Colour.options.indexOf(tile.colour);
