import type { Cover } from "#domains/intelligence/rules/entities/name-boundaries.ts";
import { firstEndingAfter, type Sentence } from "#domains/intelligence/rules/entities/passages.ts";
import { findHeads, isSpecific } from "#domains/intelligence/rules/entities/projects/project-heads.ts";
import { cleanProjectName, projectStart } from "#domains/intelligence/rules/entities/projects/project-names.ts";

export type NamedThing = {
  readonly start: number;
  readonly end: number;
  readonly head: string;
  readonly name: string /** A kind of work and no name of its own ("公共服务平台"): only money or a pointing word makes it one. */;
  readonly general: boolean;
};

/** "二期项目", "工厂一期": a part of the project named last. */
const PHASE_ONLY = /^(?:该|其)?(?:项目|工厂|基地|园区|产业园|工程|医院)?第?[一二三四五六]期(?:工程|项目)?$/;

function withPhase(whole: string, part: string): string {
  const phase = /第?[一二三四五六]期(?:工程|项目)?$/.exec(part)?.[0] ?? part;
  return whole.replace(/第?[一二三四五六]期(?:工程|项目)?$/, "").replace(/(?:项目|工程)$/, "") + phase;
}

/** "集成电路公共服务平台": general words, but long enough to be told from others of its kind. */
function isKind(name: string, head: string): boolean {
  return name.length >= 6 && name.length - head.length >= 3 && !/项目|工程|[\d一二两三四五六七八九十多各类]|扩建|技改/.test(name);
}

const SITED = /位于([\u4e00-\u9fff]{2,10})的$/;
const ROAD = /^(?:高速|公路|铁路|高铁|快速路|大道)/;

/** "甲城至乙城高速": the road begins where it begins. */
function roadStart(text: string, cover: Cover, floor: number, behind: number): number {
  const place = cover.starts[behind - 2] ?? -1;
  if (place >= floor && cover.ends[place] === behind - 1) return place;
  const from = behind - 3;
  return from >= floor && /^[\u4e00-\u9fff]{2}$/.test(text.slice(from, behind - 1)) ? from : behind;
}

/** Every noun of a kind that a project can be, with the words before it that name it; general ones are left out. */
export function findNamedThings(text: string, cover: Cover, sentences: readonly Sentence[]): NamedThing[] {
  const things: NamedThing[] = [];
  let at = 0;
  for (const match of findHeads(text)) {
    while (at < sentences.length - 1 && (sentences[at]?.end ?? 0) <= match.index) at += 1;
    const floor = Math.min(sentences[at]?.start ?? 0, match.index);
    const end = match.index + match[0].length;
    let start = projectStart(text, cover, floor, match.index);
    if (text[start - 1] === "至" && ROAD.test(match[0])) start = roadStart(text, cover, floor, start);
    const sited = end - start <= 6 ? SITED.exec(text.slice(Math.max(floor, start - 14), start))?.[1] : undefined;
    // "位于槟城的封测厂一期": the site is the name.
    const raw = (sited ?? "") + text.slice(start, end);
    if (/“/.test(raw) !== /”/.test(raw)) continue;
    const name = cleanProjectName(raw);
    const last = things.at(-1);
    if (last && last.start === start && last.end <= end) things.pop();
    if (isSpecific(name)) things.push({ start, end, head: match[0], name, general: false });
    else if (isKind(name, match[0])) things.push({ start, end, head: match[0], name, general: true });
    else if (PHASE_ONLY.test(name) && last && start - last.end < 400)
      things.push({ start, end, head: match[0], name: withPhase(last.name, name), general: false });
  }
  return things;
}

/** The things that end in `(from, to]`: they are in the order of their ends. */
export function thingsAround(things: readonly NamedThing[], from: number, to: number): NamedThing[] {
  const around: NamedThing[] = [];
  for (let at = firstEndingAfter(things, from); at < things.length; at += 1) {
    const thing = things[at];
    if (!thing || thing.end > to) break;
    around.push(thing);
  }
  return around;
}
