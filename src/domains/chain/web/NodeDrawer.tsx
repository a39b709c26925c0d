import { useQuery } from "@tanstack/react-query";
import { actionWords, edgeKindWords, evidenceWords, levelWords } from "#domains/chain/contract/chain.ts";
import type { Neighbour, NodeView } from "#domains/chain/contract/graph-operations.ts";
import { chain } from "#domains/chain/web/chain-client.ts";
import { chainPageTexts, nodeTexts } from "#domains/chain/web/chain-texts.ts";
import { NodeEnterprises } from "#domains/chain/web/NodeEnterprises.tsx";
import { NodeRoles } from "#domains/chain/web/NodeRoles.tsx";
import { StrengthMark } from "#domains/chain/web/StrengthMark.tsx";
import type { LocalDate } from "#kernel/local-date.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { Drawer } from "#ui/Drawer.tsx";
import { useWords } from "#ui/language.tsx";
import { PageParts } from "#ui/page-parts.tsx";
import { StateChip } from "#ui/StateChip.tsx";
import { Loaded } from "#ui/StateViews.tsx";

type NodeDrawerProps = {
  readonly code: string;
  readonly asOf: LocalDate | undefined;
  readonly onClose: () => void;
  readonly onOpen: (code: string) => void;
};

/** One place of the chain beside the picture. */
export function NodeDrawer({ code, asOf, onClose, onOpen }: NodeDrawerProps) {
  const { language } = useWords();
  const node = useQuery({ queryKey: ["chain-node", code, asOf], queryFn: () => chain.openNode({ code, ...(asOf ? { asOf } : {}) }) });
  const title = node.data ? (language === "en" && node.data.node.nameEn) || node.data.node.name : code;
  return (
    <Drawer open onClose={onClose} title={title} wide>
      <Loaded query={node}>{(view) => <NodeBody view={view} onOpen={onOpen} />}</Loaded>
    </Drawer>
  );
}

function NodeBody({ view, onOpen }: { readonly view: NodeView; readonly onOpen: (code: string) => void }) {
  const { say, language } = useWords();
  const { node } = view;
  return (
    <div className="chain-drawer">
      <div>
        <p className="quiet">
          {say(levelWords[node.level])} · {node.code}
          {view.path.length > 0 ? ` · ${view.path.map(({ name }) => name[language]).join(" › ")}` : ""}
        </p>
        <p className="chain-node-head">
          <StrengthMark strength={view.strength} />
          <span>{say(nodeTexts.strengthLine, { producers: view.producers, leaders: view.leaders })}</span>
          {view.action ? <StateChip tone="active">{say(actionWords[view.action])}</StateChip> : null}
        </p>
        {view.end ? <p>{say(view.end === "upstream" ? nodeTexts.extendUpstream : nodeTexts.extendDownstream)}</p> : null}
        {node.note ? <p>{node.note}</p> : null}
      </div>
      <PageParts of="chain-place" subject={{ id: node.code, name: node.name, identifier: node.code, names: [node.name] }} />
      <NodeEnterprises view={view} />
      <div className="columns-even">
        <Neighbours title={say(nodeTexts.upstream)} list={view.upstream} onOpen={onOpen} />
        <Neighbours title={say(nodeTexts.downstream)} list={view.downstream} onOpen={onOpen} />
      </div>
      <NodeRoles view={view} />
      <NodeFacts view={view} onOpen={onOpen} />
    </div>
  );
}

type NeighboursProps = { readonly title: string; readonly list: readonly Neighbour[]; readonly onOpen: (code: string) => void };

function Neighbours({ title, list, onOpen }: NeighboursProps) {
  const { say, language } = useWords();
  return (
    <div>
      <h3>{title}</h3>
      {list.length === 0 ? <p className="quiet">{say(nodeTexts.noNeighbours)}</p> : null}
      {list.map((one) => (
        <div key={`${one.code} ${one.kind}`} className="chain-line">
          <button type="button" className="text-button chain-flush" onClick={() => onOpen(one.code)}>
            {one.name[language]}
          </button>
          <StrengthMark strength={one.strength} />
          <span className="quiet chain-under">
            {say(edgeKindWords[one.kind])} · {say(evidenceWords[one.evidence])}
            {one.said && language === "zh" ? ` · ${one.said}` : ""}
          </span>
        </div>
      ))}
    </div>
  );
}

function NodeFacts({ view, onOpen }: { readonly view: NodeView; readonly onOpen: (code: string) => void }) {
  const { say, language } = useWords();
  const { node } = view;
  return (
    <>
      {view.children.length > 0 ? (
        <div>
          <h3>{say(nodeTexts.children)}</h3>
          {view.children.map((child) => (
            <div key={child.code} className="chain-line">
              <button type="button" className="text-button chain-flush" onClick={() => onOpen(child.code)}>
                {(language === "en" && child.nameEn) || child.name}
              </button>
              <span className="chain-node-head">
                <span className="quiet">{say(chainPageTexts.producersOf, { count: child.producers })}</span>
                <StrengthMark strength={child.strength} />
              </span>
            </div>
          ))}
        </div>
      ) : null}
      <dl className="facts">
        <dt>{say(chainPageTexts.classes)}</dt>
        <dd>{node.classCodes.join(language === "zh" ? "、" : ", ") || "–"}</dd>
        <dt>{say(chainPageTexts.products)}</dt>
        <dd>{node.products.join(language === "zh" ? "、" : ", ") || "–"}</dd>
        <dt>{say(nodeTexts.versions)}</dt>
        <dd>
          {view.versions.map((version) => (
            <div key={version.id}>
              <AppLink to={`/chain/versions/${version.id}`}>{(language === "en" && version.nameEn) || version.name}</AppLink>
              {version.nameThen === node.name ? null : <span className="quiet">：{version.nameThen}</span>}
            </div>
          ))}
        </dd>
      </dl>
    </>
  );
}
