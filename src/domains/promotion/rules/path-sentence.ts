import { type IntroducerRole, type IntroductionKind, introducerWords } from "#domains/promotion/contract/path.ts";
import type { Text } from "#kernel/texts.ts";

export type SaidTie = { readonly from: string; readonly to: string; readonly kind: IntroductionKind; readonly sharePct: string | null };
export type SaidPath = {
  readonly nodes: readonly { readonly id: string; readonly name: string; readonly roles: readonly IntroducerRole[] }[];
  readonly ties: readonly SaidTie[];
};

/** One tie in words, in the direction in which it holds. @param names by id. */
export function sayTie({ from, to, kind, sharePct }: SaidTie, names: ReadonlyMap<string, string>): Text {
  const [one, other] = [names.get(from) ?? from, names.get(to) ?? to];
  switch (kind) {
    case "supply":
      return { zh: `${one}向${other}供货`, en: `${one} supplies ${other}` };
    case "investment":
      return sharePct === null
        ? { zh: `${one}是${other}的股东`, en: `${one} holds a share of ${other}` }
        : { zh: `${one}持有${other} ${sharePct}% 的股权`, en: `${one} holds ${sharePct}% of ${other}` };
    case "group":
      return { zh: `${one}与${other}同属一个集团`, en: `${one} and ${other} belong to one group` };
    case "officer":
      return { zh: `${one}与${other}有共同的高管`, en: `${one} and ${other} share an officer` };
    case "address":
      return { zh: `${one}与${other}同址`, en: `${one} and ${other} share an address` };
    case "acquaintance":
      return { zh: `${other}与${one}熟识`, en: `${other} knows ${one}` };
  }
}

/** Who should call whom: 由谁找谁. The last of the nodes is the target. */
export function sayPath({ nodes, ties }: SaidPath): Text {
  const names = new Map(nodes.map(({ id, name }) => [id, name]));
  const [introducer, ...others] = nodes;
  const target = others.at(-1);
  if (introducer === undefined || target === undefined) throw new RangeError("a path has two ends");
  const through = others.slice(0, -1);
  const role = introducer.roles[0];
  const who: Text = {
    zh: role === undefined ? introducer.name : `${introducerWords[role].zh}${introducer.name}`,
    en: role === undefined ? introducer.name : `${introducer.name} (${introducerWords[role].en.toLowerCase()})`,
  };
  const said = ties.map((tie) => sayTie(tie, names));
  const because: Text = { zh: said.map(({ zh }) => zh).join("，"), en: said.map(({ en }) => en).join("; ") };
  const [first, second] = through;
  if (first === undefined)
    return { zh: `请${who.zh}直接联系${target.name}：${because.zh}。`, en: `Ask ${who.en} to call ${target.name}: ${because.en}.` };
  if (second === undefined)
    return {
      zh: `请${who.zh}找${first.name}，由${first.name}引荐${target.name}：${because.zh}。`,
      en: `Ask ${who.en} to call ${first.name}, who introduces ${target.name}: ${because.en}.`,
    };
  return {
    zh: `请${who.zh}找${first.name}，${first.name}找${second.name}，由${second.name}引荐${target.name}：${because.zh}。`,
    en: `Ask ${who.en} to call ${first.name}, who calls ${second.name}, who introduces ${target.name}: ${because.en}.`,
  };
}
