import { useState } from "react";
import type { MapPlace } from "#domains/projects/contract/map-operations.ts";
import { stageWords } from "#domains/projects/contract/project.ts";
import { courseTexts, mapTexts } from "#domains/projects/web/course-texts.ts";
import { SupervisionLight } from "#domains/projects/web/SupervisionLight.tsx";
import { sayYuan } from "#domains/projects/web/say-yuan.ts";
import { type Column, DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";

const AT_A_TIME = 100;
const WORST_FIRST = ["red", "yellow", "blue", "green"];

type MapListProps = { readonly places: readonly MapPlace[]; readonly onOpen: (place: MapPlace) => void };

/** The map's twin: the same projects, worst colour first. */
export function MapList({ places, onOpen }: MapListProps) {
  const { say, language } = useWords();
  const [shown, setShown] = useState(AT_A_TIME);
  const rank = ({ colour }: MapPlace) => (colour === null ? WORST_FIRST.length : WORST_FIRST.indexOf(colour));
  const ordered = [...places].sort((one, other) => rank(one) - rank(other));
  const columns: readonly Column<MapPlace>[] = [
    { key: "name", title: say(courseTexts.project), order: (row) => row.name, cell: (row) => row.name },
    {
      key: "colour",
      title: say(courseTexts.colour),
      short: true,
      order: rank,
      cell: (row) => (row.colour ? <SupervisionLight colour={row.colour} /> : "◇"),
    },
    { key: "stage", title: say(courseTexts.stage), short: true, wideOnly: true, cell: (row) => say(stageWords[row.stage]) },
    {
      key: "amount",
      title: say(courseTexts.investment),
      figure: true,
      order: (row) => Number(row.plannedTotalYuan),
      cell: (row) => sayYuan(row.plannedTotalYuan, language),
    },
  ];
  return (
    <DataTable
      caption={say(mapTexts.list)}
      rows={ordered.slice(0, shown)}
      columns={columns}
      rowKey={(row) => row.id}
      onOpen={onOpen}
      total={places.length}
      more={shown < places.length ? () => setShown(shown + AT_A_TIME) : undefined}
    />
  );
}
