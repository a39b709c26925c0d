import { type IntroductionPath, introducerWords } from "#domains/promotion/contract/path.ts";
import { layOutPaths, NODE_HEIGHT, NODE_WIDTH, type PlacedNode } from "#domains/promotion/web/lay-out-paths.ts";
import { pathWebTexts as texts } from "#domains/promotion/web/path-web-texts.ts";
import { useWords } from "#ui/language.tsx";

const LONGEST = 12;
const cut = (name: string): string => (name.length > LONGEST ? `${name.slice(0, LONGEST - 1)}…` : name);

type PathPictureProps = { readonly paths: readonly IntroductionPath[]; readonly chosen: number };

/** The first paths as a small graph; the list beside it holds the same in words. */
export function PathPicture({ paths, chosen }: PathPictureProps) {
  const { say } = useWords();
  const plan = layOutPaths(paths);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: on a phone it scrolls, and what scrolls has to be reached by keyboard
    <section className="path-picture-frame" aria-label={say(texts.graph)} tabIndex={0}>
      <svg className="path-picture" viewBox={`0 0 ${plan.width} ${plan.height}`} role="img" aria-label={say(texts.picture)}>
        {plan.ties.map(({ key, from, to, paths: own }) => (
          <path
            key={key}
            d={curve(from, to)}
            className={own.includes(chosen) ? "path-chosen" : undefined}
            strokeWidth={own.includes(chosen) ? 2 : 1}
          />
        ))}
        {plan.nodes.map((node) => (
          <Box key={node.id} node={node} />
        ))}
      </svg>
    </section>
  );
}

function Box({ node }: { readonly node: PlacedNode }) {
  const { say } = useWords();
  const role = node.roles[0];
  return (
    <g className={node.target ? "path-target" : role === undefined ? undefined : "path-own"} transform={`translate(${node.x} ${node.y})`}>
      <title>{node.name}</title>
      <rect width={NODE_WIDTH} height={NODE_HEIGHT} />
      <text x={8} y={role === undefined ? 25 : 17}>
        {cut(node.name)}
      </text>
      {role === undefined ? null : (
        <text x={8} y={33} className="path-role">
          {say(introducerWords[role])}
        </text>
      )}
    </g>
  );
}

function curve(from: PlacedNode, to: PlacedNode): string {
  const [left, right] = from.x <= to.x ? [from, to] : [to, from];
  const [x1, y1, x2, y2] = [left.x + NODE_WIDTH, left.y + NODE_HEIGHT / 2, right.x, right.y + NODE_HEIGHT / 2];
  if (left.x === right.x) return `M${x1} ${y1} C${x1 + 40} ${y1} ${x1 + 40} ${y2} ${x1} ${y2}`;
  const middle = (x1 + x2) / 2;
  return `M${x1} ${y1} C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}`;
}
