import type { IntroductionPath, PathNode } from "#domains/promotion/contract/path.ts";
import { gatherTies } from "#domains/promotion/rules/gather-ties.ts";
import { type FoundPath, FULL_PATH, findPaths, PATH_RULES } from "#domains/promotion/rules/introduction-paths.ts";
import { sayPath } from "#domains/promotion/rules/path-sentence.ts";
import type { PathHandlers } from "#domains/promotion/server/handler-shapes.ts";
import { namesOf } from "#domains/promotion/server/lead-store.ts";
import { OFFICIAL, type ProvenTie, tiesOf } from "#domains/promotion/server/tie-store.ts";
import { enterpriseNames, type ZonePicture, zonePicture } from "#domains/promotion/server/zone-known.ts";
import { getEnterprise } from "#domains/registry/server/api.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";

export const introductionPaths: PathHandlers["introductionPaths"] = ({ enterpriseId, limit }, { tx, today }) =>
  pathsTo(tx, enterpriseId, limit, today);

/** The best ways to an enterprise of the register, for the page of paths and for a tailored plan. */
export async function pathsTo(tx: Tx, enterpriseId: string, limit: number, today: LocalDate) {
  const target = await getEnterprise(tx, enterpriseId, today);
  const picture = await zonePicture(tx, today);
  const { paths, blocked, hubs } = await searchPaths(tx, target.id, picture, today, limit);
  const adverse = adverseTo(target.id, picture.blocked);
  const passed = paths.flatMap(({ nodes }) => nodes);
  const names = await enterpriseNames(
    tx,
    [...new Set([...passed, ...hubs, ...adverse])].filter((id) => !id.startsWith(OFFICIAL)),
  );
  const liaisons = await namesOf(
    tx,
    passed.flatMap((id) => picture.liaisons.get(id) ?? []),
  );
  return {
    target: { id: target.id, name: target.name, identifier: target.identifier, roles: [...(picture.introducers.get(target.id) ?? [])] },
    asOf: today,
    paths: paths.map((path) => presentPath(path, picture, names, liaisons)),
    introducers: picture.introducers.size,
    blocked,
    adverse: adverse.map((id) => ({ id, name: names.get(id) ?? "" })),
    hubs: hubs.map((id) => ({ id, name: names.get(id) ?? "" })),
    hubFrom: PATH_RULES.hub,
  };
}

/** Keys of pairs hold both ids, the smaller first. */
const adverseTo = (target: string, blocked: ReadonlySet<string>): readonly string[] =>
  [...blocked]
    .map((key) => key.split(" "))
    .filter((pair) => pair.includes(target))
    .flatMap((pair) => pair.filter((id) => id !== target))
    .toSorted();

/** Two questions to the database, whatever the size of the register; everything else is in the zone's picture. */
export async function searchPaths(tx: Tx, target: string, picture: ZonePicture, today: LocalDate, limit: number) {
  const introducers: ReadonlySet<string> = new Set(picture.introducers.keys());
  const gathered = await gatherTies<ProvenTie>({
    target,
    introducers,
    known: picture.ties,
    tiesOf: (ids) => tiesOf(tx, ids, PATH_RULES.hub),
  });
  return { ...findPaths({ target, introducers, ties: gathered.ties, blocked: picture.blocked, today, limit }), hubs: gathered.hubs };
}

function presentPath(
  { nodes, ties, weight, others }: FoundPath<ProvenTie>,
  picture: ZonePicture,
  names: ReadonlyMap<string, string>,
  liaisons: ReadonlyMap<string, string>,
): IntroductionPath {
  const presented = nodes.map(
    (id): PathNode => ({
      id,
      name: names.get(id) ?? picture.names.get(id) ?? "",
      kind: id.startsWith(OFFICIAL) ? "official" : "enterprise",
      roles: [...(picture.introducers.get(id) ?? [])],
    }),
  );
  const liaison = picture.liaisons.get(nodes[0] ?? "");
  return {
    nodes: presented,
    ties: ties.map(({ tie, weight: carried }) => ({ ...tie, weight: carried })),
    score: Math.round((weight / FULL_PATH) * 1000) / 10,
    sentence: sayPath({ nodes: presented, ties: ties.map(({ tie }) => tie) }),
    liaison: liaison === undefined ? null : (liaisons.get(liaison) ?? null),
    others,
  };
}
