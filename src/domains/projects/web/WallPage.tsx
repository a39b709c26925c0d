import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { Colour } from "#domains/projects/contract/colour.ts";
import { ProjectFilters, useProjectFilters } from "#domains/projects/web/ProjectFilters.tsx";
import { colours } from "#domains/projects/web/projects-client.ts";
import { useNarrow } from "#domains/projects/web/use-narrow.ts";
import { WallDisplay } from "#domains/projects/web/WallDisplay.tsx";
import type { Tile } from "#domains/projects/web/WallGroupView.tsx";
import { WallActions, WallEmpty, WallViews } from "#domains/projects/web/WallHead.tsx";
import { WallLegend } from "#domains/projects/web/WallLegend.tsx";
import { WallList } from "#domains/projects/web/WallList.tsx";
import { WallPicture } from "#domains/projects/web/WallPicture.tsx";
import { WallTable } from "#domains/projects/web/WallTable.tsx";
import { WhyDrawer } from "#domains/projects/web/WhyDrawer.tsx";
import { wallTexts } from "#domains/projects/web/wall-texts.ts";
import { useWords } from "#ui/language.tsx";
import { Page as PageView } from "#ui/Page.tsx";
import { Loaded } from "#ui/StateViews.tsx";
import { useTimes } from "#ui/use-times.ts";
import "#domains/projects/web/wall.css";

/** A wall that hangs in a corridor reads itself anew. */
const DISPLAY_REFRESH_MS = 300_000;

export function Page() {
  const { say } = useWords();
  const { day } = useTimes();
  const narrow = useNarrow();
  const { asOf, category, level, stage, address, change } = useProjectFilters();
  const [opened, setOpened] = useState<Tile>();
  const display = address["wall"] === "1";
  const colour = Colour.safeParse(address["colour"]).data;
  const wall = useQuery({
    queryKey: ["wall", asOf, category, level],
    queryFn: () => colours.colourWall({ asOf, category, level }),
    placeholderData: keepPreviousData,
    refetchInterval: display ? DISPLAY_REFRESH_MS : false,
  });
  const tiles = useMemo(
    () =>
      (wall.data?.tiles ?? []).filter(
        (tile) => (colour === undefined || tile.colour === colour) && (stage === undefined || tile.stage === stage),
      ),
    [wall.data, colour, stage],
  );
  const showRest = (of: Colour) => change({ view: "table", colour: of, wall: undefined });
  const figures = { count: wall.data?.tiles.length ?? 0, red: wall.data?.counts.red ?? 0, turned: wall.data?.turnedRed ?? 0 };
  const sentence = asOf ? say(wallTexts.stateOn, { ...figures, day: day(asOf) }) : say(wallTexts.state, figures);
  const legend = wall.data ? (
    <WallLegend counts={wall.data.counts} chosen={colour} onChoose={(chosen) => change({ colour: chosen })} />
  ) : null;
  const picture =
    tiles.length === 0 ? (
      <p className="table-empty">{say(wallTexts.noneSuch)}</p>
    ) : narrow ? (
      <WallList tiles={tiles} onOpen={setOpened} onRest={showRest} />
    ) : (
      <WallPicture tiles={tiles} onOpen={setOpened} onRest={showRest} />
    );
  return (
    <PageView title={say(wallTexts.title)} state={wall.data ? sentence : null} action={<WallActions />} filters={<ProjectFilters />}>
      <Loaded query={wall} rows={8}>
        {(data) =>
          data.tiles.length === 0 && !asOf && !category && !level ? (
            <WallEmpty />
          ) : (
            <>
              <div className="actions">
                <WallViews />
                {legend}
                {narrow || address["view"] === "table" ? null : <span className="wall-hint">{say(wallTexts.hint)}</span>}
              </div>
              {address["view"] === "table" && !display ? <WallTable tiles={tiles} onOpen={setOpened} /> : display ? null : picture}
              {display ? (
                <WallDisplay
                  title={say(wallTexts.title)}
                  state={sentence}
                  note={say(wallTexts.updated, { version: data.ruleVersion, day: day(data.asOf) })}
                  legend={legend}
                  onLeave={() => change({ wall: undefined })}
                >
                  {picture}
                </WallDisplay>
              ) : null}
            </>
          )
        }
      </Loaded>
      {opened ? <WhyDrawer tile={opened} asOf={asOf} onClose={() => setOpened(undefined)} /> : null}
    </PageView>
  );
}
