import { fitText } from "#domains/approvals/web/fit-text.ts";
import { BOX, reviewGraph } from "#domains/approvals/web/review-graph.ts";

export type GraphNode = {
  readonly key: string;
  readonly after: readonly string[];
  readonly name: string;
  readonly line: string;
  /** Finished boxes are filled, running ones outlined in ink, failed ones doubly; the line says it in words. */
  readonly tone?: "plain" | "active" | "done" | "failed";
};

/** Drawn wholly from its geometry; a table beside it says the same. */
export function GraphView({ nodes, label }: { readonly nodes: readonly GraphNode[]; readonly label: string }) {
  const graph = reviewGraph(nodes);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a picture that scrolls sideways must be reachable by keyboard
    <section className="graph-frame" tabIndex={0} aria-label={label}>
      <svg width={graph.width} height={graph.height} role="img" aria-label={label}>
        {graph.edges.map(({ from, to, path }) => (
          <path key={`${from} ${to}`} d={path} className="graph-edge" />
        ))}
        {graph.boxes.map(({ key, x, y }) => {
          const node = nodes.find((candidate) => candidate.key === key);
          if (!node) return null;
          return (
            <g key={key} transform={`translate(${x} ${y})`}>
              <title>{`${node.name} · ${node.line}`}</title>
              <rect width={BOX.width} height={BOX.height} className={`graph-box graph-${node.tone ?? "plain"}`} />
              <text x={10} y={20} className="tl-name">
                {fitText(node.name, BOX.width - 20, 13)}
              </text>
              <text x={10} y={38} className="tl-note">
                {fitText(node.line, BOX.width - 20, 11.5)}
              </text>
            </g>
          );
        })}
      </svg>
    </section>
  );
}
