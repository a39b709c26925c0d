import { useEffect, useMemo, useRef, useState } from "react";
import { Strength, strengthWords } from "#domains/chain/contract/chain.ts";
import type { GraphNode, GraphView } from "#domains/chain/contract/graph-operations.ts";
import { type ChainCanvas, paintChain } from "#domains/chain/web/chain-canvas.ts";
import { chainPageTexts } from "#domains/chain/web/chain-texts.ts";
import { DENSE, drawingOf } from "#domains/chain/web/draw-chain.ts";
import { layOutChain } from "#domains/chain/web/lay-out-chain.ts";
import { roleTexts } from "#domains/chain/web/role-texts.ts";
import { StrengthRules } from "#domains/chain/web/StrengthRules.tsx";
import { useWords } from "#ui/language.tsx";
import { useMedia } from "#ui/use-media.ts";

/** Width to height of the picture on a phone. */
const UPRIGHT = 0.85;
/** By how much a press on a button draws nearer, or away. */
const STEP = 1.3;

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
  const open = useRef(onOpen);
  open.current = onOpen;
  const [canvas, setCanvas] = useState<ChainCanvas>();
  const [rules, setRules] = useState(false);
  const narrow = useMedia("(max-width: 640px)");
  const layout = useMemo(() => (narrow ? layOutChain(nodes, UPRIGHT) : layOutChain(nodes)), [nodes, narrow]);
  const drawing = useMemo(
    () => drawingOf(layout, { nodes, edges: graph.edges, chosen, shown: edges, language }),
    [layout, nodes, graph.edges, chosen, edges, language],
  );
  const newest = useRef(drawing);
  newest.current = drawing;

  useEffect(() => {
    const container = frame.current;
    if (!container) return;
    let gone = false;
    let painted: ChainCanvas | undefined;
    void paintChain(container, newest.current, (code) => open.current(code)).then((ready) => {
      painted = ready;
      if (gone) ready.close();
      else setCanvas(ready);
    });
    return () => {
      gone = true;
      painted?.close();
    };
  }, []);
  useEffect(() => void canvas?.show(drawing), [canvas, drawing]);

  const directions = nodes.filter(({ level }) => level === "direction").length;
  const { presentFrom, strongFrom, strongWithLeaderFrom } = graph.rule.rule;
  return (
    <>
      <div className="chain-frame">
        <div ref={frame} className="chain-canvas" role="img" aria-label={say(chainPageTexts.picture, { directions })} />
        {canvas ? null : <p className="chain-wait">{say(chainPageTexts.drawing)}</p>}
        <div className="chain-foot">
          {Strength.options.map((strength) => (
            <span key={strength} className={`chain-key chain-key-${strength}`}>
              {say(strengthWords[strength])}
            </span>
          ))}
          <div className="chain-buttons">
            <button type="button" className="bar-button" aria-label={say(chainPageTexts.zoomIn)} onClick={() => canvas?.zoomBy(STEP)}>
              +
            </button>
            <button type="button" className="bar-button" aria-label={say(chainPageTexts.zoomOut)} onClick={() => canvas?.zoomBy(1 / STEP)}>
              −
            </button>
            <button type="button" className="bar-button" onClick={() => canvas?.fit()}>
              {say(chainPageTexts.fit)}
            </button>
          </div>
        </div>
      </div>
      <p className="quiet">
        {say(nodes.length > DENSE ? chainPageTexts.dense : chainPageTexts.hint)}{" "}
        {say(chainPageTexts.ruleNote, { present: presentFrom, strong: strongFrom, leader: strongWithLeaderFrom })}{" "}
        <button type="button" className="text-button" onClick={() => setRules(true)}>
          {say(roleTexts.rules)}
        </button>
      </p>
      {rules ? <StrengthRules onClose={() => setRules(false)} /> : null}
    </>
  );
}
