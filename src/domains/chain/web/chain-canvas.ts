import type { Graph as Picture } from "@antv/g6";
import { type Drawing, namesIn } from "#domains/chain/web/draw-chain.ts";
import { glide, settled } from "#domains/chain/web/glide.ts";

export type ChainCanvas = {
  /** Draws what changed; other places are drawn anew and fitted. */
  show(drawing: Drawing): Promise<void>;
  zoomBy(ratio: number): void;
  fit(): void;
  close(): void;
};

const ZOOM: [number, number] = [0.05, 3];
const WHOLE = { when: "overflow" } as const;
/** Names of the lowest level are written once one could read them, and not before one has stopped moving. */
const LEGIBLE = 0.55;
const STANDS_STILL_MS = 250;

/** The board on a canvas. The library is large and is fetched when the first picture is drawn. */
export async function paintChain(container: HTMLElement, first: Drawing, onOpen: (code: string) => void): Promise<ChainCanvas> {
  const { Graph } = await import("@antv/g6");
  let present = first;
  const picture: Picture = new Graph({
    container,
    autoResize: true,
    animation: false,
    padding: 16,
    zoomRange: ZOOM,
    theme: false,
  });
  const gliding = glide(container, {
    reach: () => [ZOOM[0] / picture.getZoom(), ZOOM[1] / picture.getZoom()],
    settle: async (shift) => {
      if (picture.destroyed) return;
      const rest = settled(shift);
      if ("by" in rest) await picture.translateBy([...rest.by], false);
      else await picture.zoomBy(shift.scale, false, rest.about);
    },
  });
  let wait: ReturnType<typeof setTimeout> | undefined;
  const named = new Set<string>();
  const nameWhatIsSeen = async () => {
    if (!present.dense || picture.destroyed || picture.getZoom() < LEGIBLE) return;
    const [left = 0, top = 0] = picture.getCanvasByViewport([0, 0]);
    const [right = 0, bottom = 0] = picture.getCanvasByViewport(picture.getSize());
    const fresh = namesIn(present, { left, top, right, bottom }).filter(({ id }) => !named.has(id));
    if (fresh.length === 0) return;
    for (const { id } of fresh) named.add(id);
    picture.updateNodeData(fresh);
    await picture.draw();
  };
  picture.on("aftertransform", () => {
    clearTimeout(wait);
    wait = setTimeout(() => void nameWhatIsSeen(), STANDS_STILL_MS);
  });
  picture.on("node:click", (event) => {
    const { id } = (event as unknown as { readonly target: { readonly id?: string } }).target;
    if (id && !gliding.wasMoved()) onOpen(id);
  });
  const drawAll = async (drawing: Drawing) => {
    named.clear();
    picture.setData({ nodes: drawing.nodes, edges: drawing.edges });
    await picture.render();
    await picture.fitView(WHOLE);
  };
  await drawAll(first);
  // The picture is looked at and pointed at; whoever goes by keyboard has the table.
  for (const layer of container.querySelectorAll("canvas")) layer.removeAttribute("tabindex");
  return {
    show: async (drawing) => {
      const before = present;
      present = drawing;
      if (before.layout !== drawing.layout) return drawAll(drawing);
      change(picture, before, drawing);
      await picture.draw();
    },
    zoomBy: (ratio) => void picture.zoomBy(ratio),
    fit: () => void picture.fitView(),
    close: () => {
      clearTimeout(wait);
      gliding.stop();
      picture.destroy();
    },
  };
}

/** Of thousands of places a click changes a few: the others are left as they are. */
function change(picture: Picture, before: Drawing, after: Drawing): void {
  const known = new Map(before.nodes.map((node) => [node.id, JSON.stringify(node)]));
  const nodes = after.nodes.filter((node) => known.get(node.id) !== JSON.stringify(node));
  if (nodes.length > 0) picture.updateNodeData(nodes);
  const drawn = new Map(before.edges.map((edge) => [edge.id, JSON.stringify(edge)]));
  const wanted = new Set(after.edges.map(({ id }) => id));
  const gone = before.edges.flatMap(({ id }) => (wanted.has(id) ? [] : [id]));
  if (gone.length > 0) picture.removeEdgeData(gone);
  const added = after.edges.filter(({ id }) => !drawn.has(id));
  if (added.length > 0) picture.addEdgeData(added);
  const changed = after.edges.filter((edge) => drawn.has(edge.id) && drawn.get(edge.id) !== JSON.stringify(edge));
  if (changed.length > 0) picture.updateEdgeData(changed);
}
