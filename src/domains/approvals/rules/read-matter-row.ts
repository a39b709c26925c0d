import {
  kindWords,
  type Matter,
  MatterCode,
  MatterKind,
  MatterStage,
  type ReviewNode,
  stageWords,
} from "#domains/approvals/contract/matter.ts";
import { matterColumns } from "#domains/approvals/contract/matter-columns.ts";
import { LICENCE_PAUSES } from "#kernel/clock.ts";
import { compare, findDecimal, ZERO } from "#kernel/decimal.ts";
import { RowReader, type SheetCells, upTo } from "#kernel/sheet-cells.ts";
import type { Text } from "#kernel/texts.ts";

export type MatterRowReading = { readonly ok: true; readonly matter: Matter } | { readonly ok: false; readonly problems: readonly Text[] };

const LIMIT = /^(\d{1,3})\s*(个?工作日|天|日|workdays?|days?)$/i;
const NODE = /^(.{1,60})@(.{1,60})\/(\d{1,3})$/;
const ZONE_RULE = "导入时由本区登记";

const listOf = (found: string): readonly string[] =>
  found
    .split(/[、,，;；\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== "");

/** Reads one row of the sheet; every bad cell becomes one sentence. What a row cannot say (form, conditions, pauses of its own) is left as usual. */
export function readMatterRow(row: number, cells: SheetCells): MatterRowReading {
  const reader = new RowReader(row, cells, matterColumns);
  const code = reader.read("code", (found) => MatterCode.safeParse(found).data);
  const zh = reader.read("name", upTo(200));
  const en = reader.read("name-en", upTo(200));
  const stage = reader.read("stage", (found) => MatterStage.options.find((key) => isWord(stageWords[key], found)));
  const kind = reader.read("kind", (found) => MatterKind.options.find((key) => key !== "renewal" && isWord(kindWords[key], found)));
  const authority = reader.read("authority", upTo(80));
  const department = reader.read("department", upTo(60));
  const legal = reader.read("legal", readLimit);
  const legalSource = reader.read("legal-source", upTo(400));
  const promised = reader.read("promised", readLimit);
  const extension = reader.read("extension", readWhole(200));
  const highRisk = reader.read("high-risk", readYesNo);
  const names = reader.read("materials", (found) => nonEmpty(listOf(found)));
  const within = (found: string) => {
    const asked = listOf(found);
    return names === undefined || asked.every((name) => names.includes(name)) ? asked : undefined;
  };
  const deferrable = reader.read("deferrable", within) ?? [];
  const byCommitment = reader.read("by-commitment", within) ?? [];
  const reviews = reader.read("reviews", readReviews);
  const fee = reader.read("fee", readFee);
  const result = reader.read("result", upTo(200));
  const source = reader.read("source", upTo(400));
  if (
    reader.problems.length > 0 ||
    code === undefined ||
    zh === undefined ||
    stage === undefined ||
    kind === undefined ||
    authority === undefined ||
    department === undefined ||
    legal === undefined ||
    legalSource === undefined ||
    names === undefined ||
    source === undefined
  )
    return { ok: false, problems: reader.problems };
  return {
    ok: true,
    matter: {
      code,
      name: { zh, en: en ?? zh },
      stage,
      kind,
      authority,
      department,
      legal: { ...legal, source: legalSource },
      promised: promised === undefined ? null : { ...promised, source: ZONE_RULE },
      pauses: kind === "licence" ? [...LICENCE_PAUSES] : [],
      extension: extension === undefined ? null : { length: extension, source: legalSource },
      supplementWithin: 5,
      highRisk: highRisk ?? false,
      form: [],
      materials: names.map((name, place) => ({
        key: `m${place + 1}`,
        name: { zh: name, en: name },
        need: "mandatory",
        deferrable: deferrable.includes(name),
        byCommitment: byCommitment.includes(name),
        note: "",
      })),
      reviews: [...(reviews ?? [])],
      fee: fee === undefined ? null : { yuan: fee, source },
      result: result === undefined ? null : { name: { zh: result, en: result }, validMonths: null },
      source,
    },
  };
}

const isWord = ({ zh, en }: Text, found: string): boolean => zh === found || en.toLowerCase() === found.toLowerCase();
const nonEmpty = <One>(list: readonly One[]): readonly One[] | undefined => (list.length > 0 && list.length <= 60 ? list : undefined);
const readYesNo = (found: string): boolean | undefined =>
  /^(是|yes|y|1|true)$/i.test(found) ? true : /^(否|no|n|0|false)$/i.test(found) ? false : undefined;
const readWhole = (most: number) => (found: string) => {
  const count = /^\d{1,3}$/.test(found) ? Number(found) : Number.NaN;
  return count >= 1 && count <= most ? count : undefined;
};

function readLimit(found: string): { readonly length: number; readonly unit: "workday" | "day" } | undefined {
  const [, length, unit = ""] = LIMIT.exec(found) ?? [];
  if (length === undefined || Number(length) > 400) return undefined;
  return { length: Number(length), unit: /工作日|workday/i.test(unit) ? "workday" : "day" };
}

function readFee(found: string) {
  const yuan = findDecimal(found.replace(/[,，\s]/g, ""));
  return yuan === undefined || compare(yuan, ZERO) < 0 ? undefined : yuan;
}

/** Groups with → between follow one another; within a group they run side by side. */
function readReviews(found: string): readonly ReviewNode[] | undefined {
  const nodes: ReviewNode[] = [];
  let before: readonly string[] = [];
  for (const group of found.split(/→|->/)) {
    const keys: string[] = [];
    for (const part of listOf(group)) {
      const [, name, department, length] = NODE.exec(part) ?? [];
      if (name === undefined || department === undefined || Number(length) > 400) return undefined;
      const key = `r${nodes.length + 1}`;
      keys.push(key);
      nodes.push({
        key,
        name: { zh: name.trim(), en: name.trim() },
        department: department.trim(),
        after: [...before],
        limit: { length: Number(length), unit: "workday", source: ZONE_RULE },
        silence: "none",
      });
    }
    if (keys.length === 0) return undefined;
    before = keys;
  }
  return nodes.length <= 40 ? nodes : undefined;
}
