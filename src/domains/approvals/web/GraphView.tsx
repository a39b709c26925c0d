import { BOX, reviewGraph } from "#domains/approvals/web/review-graph.ts";
import { useWords } from "#ui/language.tsx";

export type GraphNode = {
  readonly key: string;
  readonly after: readonly string[];
  readonly name: string;
  readonly line: string;
  /** Finished boxes are filled, running ones outlined in ink, failed ones doubly; the line says it in words. */
  readonly tone?: "plain" | "active" | "done" | "failed";
};

const MOST = { zh: 13, en: 27 } as const;

/** Drawn wholly from its geometry; a table beside it says the same. */
export function GraphView({ nodes, label }: { readonly nodes: readonly GraphNode[]; readonly label: string }) {
  const { language } = useWords();
  const graph = reviewGraph(nodes);
  const cut = (text: string) => (text.length > MOST[language] ? `${text.slice(0, MOST[language] - 1)}…` : text);
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
                {cut(node.name)}
              </text>
              <text x={10} y={38} className="tl-note">
                {cut(node.line)}
              </text>
            </g>
          );
        })}
      </svg>
    </section>
  );
}
