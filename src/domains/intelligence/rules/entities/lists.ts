import { FindPattern } from "#domains/intelligence/rules/patterns/guarded-pattern.ts";

export type Item = { readonly start: number; readonly end: number };
/** "A、B和C等头部企业": the items, from the first one's clause on (to be trimmed), and what they are said to be. */
export type NamedList = {
  readonly items: readonly Item[];
  readonly of: "organisations" | "projects";
  readonly end: number;
  readonly headEnd: number;
};

const LONGEST_ITEM = 44;
const MOST_ITEMS = 40;
const ITEM_STOP = /[,，。;；:：!！?？\n—…【】]/;

/** The items of a list that ends at `end`; the first item still has the words before it. */
export function itemsBefore(text: string, end: number, floor: number): Item[] {
  const items: Item[] = [];
  let itemEnd = end;
  let place = end;
  for (; place > floor && itemEnd - place <= LONGEST_ITEM && items.length < MOST_ITEMS; place -= 1) {
    const character = text[place - 1] ?? "";
    if (ITEM_STOP.test(character)) break;
    if (character !== "、") continue;
    items.unshift({ start: place, end: itemEnd });
    itemEnd = place - 1;
  }
  if (itemEnd > place) items.unshift({ start: place, end: itemEnd });
  return splitLast(text, items);
}

/** The last item of "A、B和C" is two; without 、 only 和 between names of the same build is taken apart, which a later rule decides. */
function splitLast(text: string, items: Item[]): Item[] {
  const last = items.at(-1);
  if (!last || items.length < 2) return items;
  const joint = /(?:以及|和|与|及)/g;
  const inside = text.slice(last.start, last.end);
  for (const match of inside.matchAll(joint)) {
    const left = match.index;
    const right = inside.length - left - match[0].length;
    if (left >= 2 && right >= 2) {
      return [
        ...items.slice(0, -1),
        { start: last.start, end: last.start + left },
        { start: last.start + left + match[0].length, end: last.end },
      ];
    }
  }
  return items;
}

const ETC = new FindPattern(/等(?![级待候于离效额同量温])(?=([^、,，。;；:：\n!?]{0,26}))/);
const ORGANISATIONS =
  /企业(?!家|项目|开展|的)|公司|集团|厂商|巨头|大厂|品牌|客户|供应商|机构|院所|高校|大学|科研单位|商家|银行|车企|药企|央企|国企|500强|单位|商户|门店|运营商/;
const PROJECTS = /项目|工程(?!师|机械|技术)|载体|基地|主干道|道路/;
const COUNTED = new FindPattern(/(?:\d{1,6}|[两三四五六七八九十]{1,4})余?[个大](?=[^、,，。;；:：\n的]{0,12}?(?:项目|工程))/);

/** "A、B落地富岭工业园": an enumeration with its verb and no 等. */
const STAGED = new FindPattern(
  /(?<=、[^、,，。;；:：\n!?的]{2,26})(?:签约落户|签约落地|落户|落地|入驻|竣工投产|开工建设|建成投产|先后开工|相继开工)/,
);

/** Every "…等N家企业", "…等一批重大项目", and "A、B2个百亿级项目". */
export function findLists(text: string): NamedList[] {
  const lists: NamedList[] = [];
  let floor = 0;
  for (const match of ETC.all(text)) {
    if (/[高中平同初对劣优]/.test(text[match.index - 1] ?? "")) continue;
    const tail = match[1] ?? "";
    const organisation = ORGANISATIONS.exec(tail);
    const project = PROJECTS.exec(tail);
    const head =
      organisation && project
        ? /^(?:企业|公司|集团|单位|机构)?$/.test(organisation[0]) && project.index < organisation.index + 6
          ? project
          : organisation
        : (organisation ?? project);
    if (!head) continue;
    const items = itemsBefore(text, match.index, floor);
    if (items.length > 0)
      lists.push({
        items,
        of: head === project ? "projects" : "organisations",
        end: match.index,
        headEnd: match.index + 1 + head.index + head[0].length,
      });
    floor = match.index + 1;
  }
  let counted = 0;
  for (const match of COUNTED.all(text)) {
    if (text[match.index - 1] === "等") continue;
    const items = itemsBefore(text, match.index, counted);
    counted = match.index;
    if (items.length < 2) continue;
    const head = PROJECTS.exec(text.slice(match.index, match.index + 24));
    lists.push({ items, of: "projects", end: match.index, headEnd: match.index + (head ? head.index + head[0].length : 1) });
  }
  let staged = 0;
  for (const match of STAGED.all(text)) {
    const items = itemsBefore(text, match.index, staged);
    staged = match.index;
    const first = items[0];
    if (first && items.length >= 2 && !text.slice(first.start, match.index).includes("等")) {
      lists.push({ items, of: "projects", end: match.index, headEnd: match.index });
    }
  }
  return lists.sort((left, right) => left.end - right.end);
}
