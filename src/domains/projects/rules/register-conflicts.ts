import type { ProjectFinding, ProjectStage as SaidStage } from "#domains/intelligence/contract/extraction.ts";
import type { Milestone, ProjectStage } from "#domains/projects/contract/project.ts";
import type { ConflictField } from "#domains/projects/contract/register-conflict.ts";
import { projectNameKey } from "#domains/projects/rules/project-name.ts";
import { actualOf, type ProjectRecord, stageOn } from "#domains/projects/rules/project-record.ts";
import { absolute, compare, type Decimal, findDecimal, multiply, subtract } from "#kernel/decimal.ts";
import { daysBetween, findLocalDate, type LocalDate } from "#kernel/local-date.ts";

/** What a document says of a project that it names. */
export type Named = Pick<ProjectFinding, "name" | "company" | "investmentYuan" | "stage" | "quote">;
export type Contradiction = { readonly field: ConflictField; readonly said: string; readonly registered: string };

/** A project by the names that a document may use for it. */
export type NamedCandidate = { readonly id: string; readonly nameKey: string; readonly enterprise: string };

const SHORTEST_PART = 4;
/** As long as this, a name says by itself which project is meant. */
const TELLING_PART = 8;
const SHORTEST_FIRM = 2;

/** 云岭博澜生物科技股份有限公司 and 博澜生物 are one firm to a reader of the news. */
const firmKey = (name: string): string =>
  name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s()·.,，、-]/gu, "")
    .replace(/(股份有限公司|有限责任公司|有限公司|集团公司|集团|公司)$/u, "");

const oneInOther = (one: string, other: string, shortest: number): boolean => {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  return short.length >= shortest && long.includes(short);
};

/**
 * The one project of the register that a document means: by its name, of the same firm where the document names one apart from it; or by a
 * name that stands in the other, long by itself or of the same firm. Undefined when none fits, and when several do: nobody is told of a
 * conflict that may be another's.
 */
export function findNamed(named: Named, candidates: readonly NamedCandidate[]): NamedCandidate | undefined {
  const firm = named.company === null ? null : firmKey(named.company);
  const key = projectNameKey(named.name);
  const withoutFirm = named.company === null ? key : projectNameKey(named.name.replace(named.company, ""));
  const ofFirm = ({ enterprise }: NamedCandidate) => firm !== null && oneInOther(firm, firmKey(enterprise), SHORTEST_FIRM);
  // A firm that was only read out of the project's own name proves nothing against another.
  const toldApart = named.company !== null && !named.name.includes(named.company);
  const equal = candidates.filter((one) => (one.nameKey === key || one.nameKey === withoutFirm) && (!toldApart || ofFirm(one)));
  if (equal.length > 0) return only(equal.filter(ofFirm)) ?? only(equal);
  const near = candidates.filter((one) => (ofFirm(one) || !toldApart) && oneInOther(key, one.nameKey, TELLING_PART));
  if (near.length > 0) return only(near.filter(ofFirm)) ?? only(near);
  return only(candidates.filter((one) => ofFirm(one) && oneInOther(withoutFirm, one.nameKey, SHORTEST_PART)));
}

const only = <One>(found: readonly One[]): One | undefined => (found.length === 1 ? found[0] : undefined);

/** Which stages of the register a word of the news cannot be reconciled with on its day. 签约, 落户, 启动 and 扩建 are said of any stage. */
const EXCLUDED: Readonly<Partial<Record<SaidStage, readonly (ProjectStage | "NONE")[]>>> = {
  拟建: ["BUILDING", "COMPLETED", "PRODUCING"],
  开工: ["NONE", "SIGNED", "LAND", "SUSPENDED", "TERMINATED"],
  在建: ["NONE", "SIGNED", "LAND", "COMPLETED", "PRODUCING", "SUSPENDED", "TERMINATED"],
  竣工: ["NONE", "SIGNED", "LAND", "BUILDING", "SUSPENDED", "TERMINATED"],
  投产: ["NONE", "SIGNED", "LAND", "BUILDING", "COMPLETED", "SUSPENDED", "TERMINATED"],
};
const DATED: Readonly<Partial<Record<SaidStage, readonly [Milestone, ConflictField]>>> = {
  开工: ["start", "started-on"],
  竣工: ["complete", "completed-on"],
  投产: ["produce", "produced-on"],
};
/** A ceremony is held some days before or after the day that the register knows. */
const CEREMONY_DAYS = 30;

/** Where a document and the register cannot both be right. @param published the day of which the document speaks, at the latest. */
export function contradictionsOf(named: Named, project: ProjectRecord, published: LocalDate): readonly Contradiction[] {
  return [...amountOf(named, project), ...courseOf(named, project, published)];
}

function amountOf({ investmentYuan, quote }: Named, { plannedTotalYuan }: ProjectRecord): readonly Contradiction[] {
  const said = investmentYuan === null ? undefined : findDecimal(investmentYuan);
  if (said === undefined || compare(said, "0" as Decimal) <= 0) return [];
  const apart = absolute(subtract(said, plannedTotalYuan));
  return compare(apart, toleranceOf(said, quote)) <= 0 ? [] : [{ field: "amount", said, registered: plannedTotalYuan }];
}

/** Half of the last digit that was written, 亿元 at most; a tenth where the words say 超, 近 or 约. */
function toleranceOf(said: Decimal, quote: string): Decimal {
  if (/[超逾近约余]|左右|以上|多亿|多万/u.test(quote)) return multiply(said, "0.1" as Decimal);
  const zeros = /0*$/.exec(said.split(".")[0] ?? "")?.[0].length ?? 0;
  return multiply(`1${"0".repeat(Math.min(zeros, 8))}` as Decimal, "0.5" as Decimal);
}

function courseOf(named: Named, project: ProjectRecord, published: LocalDate): readonly Contradiction[] {
  if (named.stage === null) return [];
  const registered = stageOn(project, published) ?? "NONE";
  const [milestone, field] = DATED[named.stage] ?? [];
  const actual = milestone === undefined ? null : actualOf(project, milestone, EVER);
  const saidDay = dayIn(named.quote, published);
  if (EXCLUDED[named.stage]?.includes(registered)) {
    // The register knows it too, of a later day: they differ about the day.
    if (field !== undefined && actual !== null && actual > published) return [{ field, said: saidDay ?? published, registered: actual }];
    return [{ field: "stage", said: named.stage, registered }];
  }
  if (field === undefined || actual === null || saidDay === undefined) return [];
  return Math.abs(daysBetween(saidDay, actual)) > CEREMONY_DAYS ? [{ field, said: saidDay, registered: actual }] : [];
}

const EVER = "9999-12-31" as LocalDate;
const DAY = /(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日/;

/** A day in the words; without a year the last such day before the document. */
function dayIn(quote: string, published: LocalDate): LocalDate | undefined {
  const [, year, month = "", date = ""] = DAY.exec(quote) ?? [];
  const of = (in_: number) => findLocalDate(`${in_}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`);
  if (month === "") return undefined;
  if (year !== undefined) return of(Number(year));
  const same = of(Number(published.slice(0, 4)));
  return same !== undefined && same <= published ? same : of(Number(published.slice(0, 4)) - 1);
}
