import type { Candidate } from "#domains/intelligence/rules/entities/projects/project-candidates.ts";

const plain = (name: string): string => name.replace(/(?:正式|建设)?(?:项目|工程)$/, "").replace(/[·()（）]|建设/g, "");

function isSame(left: string, right: string): boolean {
  const one = plain(left);
  const other = plain(right);
  if (one === other) return true;
  const phase = /[一二三四五六]期/;
  if (phase.exec(one)?.[0] !== phase.exec(other)?.[0]) return false;
  return (
    one.length >= 6 && other.length >= 6 && (one.endsWith(other) || other.endsWith(one) || one.startsWith(other) || other.startsWith(one))
  );
}

/** Names that are only alike are compared with so many before them. */
const COMPARED = 80;

/** One finding a project: the first mention keeps its place, the surest words give name and stage, any mention the amount. */
export function joinCandidates(candidates: readonly Candidate[]): Candidate[] {
  const joined: Candidate[] = [];
  const byName = new Map<string, Candidate>();
  for (const candidate of [...candidates].sort((left, right) => left.start - right.start || right.end - left.end)) {
    const same =
      byName.get(plain(candidate.name)) ??
      joined
        .slice(-COMPARED)
        .find((other) => (candidate.start < other.end && other.start < candidate.end) || isSame(other.name, candidate.name));
    if (!same) {
      const own = { ...candidate };
      joined.push(own);
      byName.set(plain(own.name), own);
      continue;
    }
    if (candidate.investmentYuan !== null && same.investmentYuan === null) {
      same.investmentYuan = candidate.investmentYuan;
      same.evidence = candidate.evidence;
      same.rule = candidate.rule;
    }
    same.stage ??= candidate.stage;
    same.company ??= candidate.company;
    same.confidence = Math.max(same.confidence, candidate.confidence);
  }
  return joined;
}
