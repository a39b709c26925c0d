import { useQuery } from "@tanstack/react-query";
import { categoryWords, keyLevelWords, stageWords } from "#domains/projects/contract/project.ts";
import { ColourHistory } from "#domains/projects/web/ColourHistory.tsx";
import { colours } from "#domains/projects/web/projects-client.ts";
import type { Tile } from "#domains/projects/web/WallGroupView.tsx";
import { WhyColour } from "#domains/projects/web/WhyColour.tsx";
import { whyTexts } from "#domains/projects/web/why-texts.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { Drawer } from "#ui/Drawer.tsx";
import { useWords } from "#ui/language.tsx";
import { Loaded } from "#ui/StateViews.tsx";
import { useYuan } from "#ui/use-yuan.ts";

type WhyDrawerProps = { readonly tile: Tile; readonly asOf: LocalDate | undefined; readonly onClose: () => void };

/** One project beside the wall: who it is, why it has its colour, and since when. */
export function WhyDrawer({ tile, asOf, onClose }: WhyDrawerProps) {
  const { say } = useWords();
  const { exact } = useYuan();
  const colour = useQuery({ queryKey: ["project-colour", tile.id, asOf], queryFn: () => colours.projectColour({ id: tile.id, asOf }) });
  return (
    <Drawer
      open
      wide
      onClose={onClose}
      title={tile.name}
      footer={
        <AppLink to={`/projects/${tile.id}`} className="button-link">
          {say(whyTexts.open)}
        </AppLink>
      }
    >
      <p className="quiet">
        {tile.code} · {tile.enterprise} · {say(categoryWords[tile.category])} · {say(keyLevelWords[tile.level])} ·{" "}
        {say(stageWords[tile.stage])} · {exact(tile.plannedTotalYuan)}
      </p>
      <Loaded query={colour}>
        {(view) => (
          <>
            <h3>{say(whyTexts.title)}</h3>
            <WhyColour view={view} />
            <h3>{say(whyTexts.history)}</h3>
            <ColourHistory projectId={tile.id} view={view} />
          </>
        )}
      </Loaded>
    </Drawer>
  );
}
