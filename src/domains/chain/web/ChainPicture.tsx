import type { Graph } from "@antv/g6";
import { useEffect, useMemo, useRef, useState } from "react";
import { Strength, strengthWords } from "#domains/chain/contract/chain.ts";
import type { GraphNode, GraphView } from "#domains/chain/contract/graph-operations.ts";
import { chainPageTexts } from "#domains/chain/web/chain-texts.ts";
import { DENSE, drawingOf } from "#domains/chain/web/draw-chain.ts";
import { layOutChain } from "#domains/chain/web/lay-out-chain.ts";
import { useWords } from "#ui/language.tsx";

type ChainPictureProps = {
  readonly graph: GraphView;
  readonly nodes: readonly GraphNode[];
  readonly chosen: string | undefined;
  readonly edges: "all" | "chosen";
  readonly onOpen: (code: string) => void;
};

/** The board of the chain on a canvas. What it shows stands in the table too, which is the way for the keyboard. */
export function ChainPicture({ graph, nodes, chosen, edges, onOpen }: ChainPictureProps) {
  const { say, language } = useWords();
  const frame = useRef<HTMLDivElement>(null);
  const drawn = useRef<Graph>(undefined);
  const open = useRef(onOpen);
  open.current = onOpen;
  const [ready, setReady] = useState(false);
  const layout = useMemo(() => layOutChain(nodes), [nodes]);
  const drawing = useMemo(
    () => drawingOf(layout, { nodes, edges: graph.edges, chosen, shown: edges, language }),
    [layout, nodes, graph.edges, chosen, edges, language],
  );

  useEffect(() => {
    const container = frame.current;
    if (!container) return;
    let gone = false;
    let picture: Graph | undefined;
    setReady(false);
    void import("@antv/g6").then(async ({ Graph: Picture }) => {
      if (gone) return;
      picture = new Picture({
        container,
        autoResize: true,
        animation: false,
        padding: 16,
        autoFit: { type: "view", options: { when: "overflow" } },
        zoomRange: [0.05, 3],
        theme: false,
        behaviors: ["drag-canvas", "zoom-canvas", { type: "optimize-viewport-transform", debounce: 120 }],
      });
      drawn.current = picture;
      picture.on("node:click", (event) => {
        const { id } = (event as unknown as { readonly target: { readonly id?: string } }).target;
        if (id) open.current(id);
      });
      picture.setData(drawingRef.current);
      await picture.render();
      if (!gone) setReady(true);
    });
    return () => {
      gone = true;
      drawn.current = undefined;
      picture?.destroy();
    };
  }, []);

  const drawingRef = useRef(drawing);
  useEffect(() => {
    const before = drawingRef.current;
    drawingRef.current = drawing;
    const picture = drawn.current;
    if (!picture || !ready || before === drawing) return;
    picture.setData(drawing);
    const samePlaces = before.layout === drawing.layout;
    void picture.render().then(() => (samePlaces ? undefined : picture.fitView({ when: "overflow" })));
  }, [drawing, ready]);

  const directions = nodes.filter(({ level }) => level === "direction").length;
  return (
    <div className="chain-frame">
      <div ref={frame} className="chain-canvas" role="img" aria-label={say(chainPageTexts.picture, { directions })} />
      {ready ? null : <p className="chain-wait">{say(chainPageTexts.drawing)}</p>}
      <div className="chain-buttons">
        <button
          type="button"
          className="bar-button"
          aria-label={say(chainPageTexts.zoomIn)}
          onClick={() => void drawn.current?.zoomBy(1.3)}
        >
          +
        </button>
        <button
          type="button"
          className="bar-button"
          aria-label={say(chainPageTexts.zoomOut)}
          onClick={() => void drawn.current?.zoomBy(0.75)}
        >
          −
        </button>
        <button type="button" className="bar-button" onClick={() => void drawn.current?.fitView()}>
          {say(chainPageTexts.fit)}
        </button>
      </div>
      <div className="chain-foot">
        {Strength.options.map((strength) => (
          <span key={strength} className={`chain-key chain-key-${strength}`}>
            {say(strengthWords[strength])}
          </span>
        ))}
        <span className="quiet">{say(nodes.length > DENSE ? chainPageTexts.dense : chainPageTexts.hint)}</span>
        <span className="quiet">
          {say(chainPageTexts.ruleNote, {
            present: graph.rule.rule.presentFrom,
            strong: graph.rule.rule.strongFrom,
            leader: graph.rule.rule.strongWithLeaderFrom,
          })}
        </span>
      </div>
    </div>
  );
}
