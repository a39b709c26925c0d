import { categoryWords, KeyLevel, keyLevelWords, type Milestone, ProjectCategory } from "#domains/projects/contract/project.ts";
import { type ProjectColumn, projectColumns } from "#domains/projects/contract/project-columns.ts";
import type { ProjectDraft } from "#domains/projects/contract/register-operations.ts";
import { ZERO } from "#kernel/decimal.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import { RowReader, readAmount, readDay, type SheetCells, upTo } from "#kernel/sheet-cells.ts";
import type { Text } from "#kernel/texts.ts";
import { isUscc, normaliseUscc } from "#kernel/uscc.ts";

/** Milestones that were reached before the project came into this register. */
export type ReachedDates = Readonly<Partial<Record<"start" | "complete" | "produce", LocalDate>>>;
/** Who is responsible, as the sheet names them; whether there is such a person is for the zone's list to say. */
export type NamedOfficials = Readonly<Partial<Record<"leader" | "owner" | "department", string>>>;
export type ProjectRowReading =
  | { readonly ok: true; readonly draft: ProjectDraft; readonly reached: ReachedDates; readonly named: NamedOfficials }
  | { readonly ok: false; readonly problems: readonly Text[] };

/** Reads one row; every bad cell becomes one sentence, and a row with any is refused alone. */
export function readProjectRow(row: number, cells: SheetCells): ProjectRowReading {
  const reader = new RowReader(row, cells, projectColumns);
  const read = <Value>(key: ProjectColumn["key"], understand: (text: string) => Value | undefined) => reader.read(key, understand);
  const name = read("name", (found) => (found.length >= 2 && found.length <= 120 ? found : undefined));
  const enterprise = read("enterprise", (found) => (found.length >= 2 && found.length <= 120 ? found : undefined));
  const uscc = read("uscc", (found) => (isUscc(normaliseUscc(found)) ? found : undefined));
  const category = read("category", (found) => keyOf(categoryWords, ProjectCategory.options, found));
  const level = read("level", (found) => keyOf(keyLevelWords, KeyLevel.options, found));
  const industry = read("industry", upTo(60));
  const amount = read("amount", readTotal);
  const contractNumber = read("contract", upTo(60));
  const signedOn = read("signed", readDay);
  const leasedPlant = read("leased", (found) =>
    /^(是|yes|y|1|true)$/i.test(found) ? true : /^(否|no|n|0|false)$/i.test(found) ? false : undefined,
  );
  const parcel = read("parcel", upTo(60));
  const place = read("place", upTo(200));
  const plan = (["land", "start", "complete", "produce"] as const).flatMap((kind): { kind: Milestone; plannedOn: LocalDate }[] => {
    const plannedOn = read(kind, readDay);
    return plannedOn === undefined ? [] : [{ kind, plannedOn }];
  });
  const reached = {
    start: read("started", readDay),
    complete: read("completed", readDay),
    produce: read("produced", readDay),
  };
  const named = { leader: read("leader", upTo(40)), owner: read("owner", upTo(40)), department: read("department", upTo(60)) };
  const contactName = read("contact", upTo(40)) ?? "";
  const contactPhone = read("phone", upTo(30)) ?? "";
  const longitude = read("longitude", degrees(70, 140));
  const latitude = read("latitude", degrees(0, 60));
  const { problems } = reader;
  if (
    problems.length > 0 ||
    name === undefined ||
    enterprise === undefined ||
    category === undefined ||
    amount === undefined ||
    contractNumber === undefined ||
    signedOn === undefined
  )
    return { ok: false, problems };
  return {
    ok: true,
    draft: {
      name,
      enterprise,
      ...(uscc === undefined ? {} : { uscc }),
      category,
      level: level ?? "ordinary",
      industry: industry ?? "",
      plannedTotalYuan: amount,
      contractNumber,
      signedOn,
      leasedPlant: leasedPlant ?? false,
      place: place ?? "",
      ...(parcel === undefined ? {} : { parcel }),
      ...(longitude === undefined ? {} : { longitude }),
      ...(latitude === undefined ? {} : { latitude }),
      contactName,
      contactPhone,
      description: "",
      plan,
    },
    reached: Object.fromEntries(Object.entries(reached).filter(([, on]) => on !== undefined)),
    named: Object.fromEntries(Object.entries(named).filter(([, name]) => name !== undefined)),
  };
}

/** Degrees as written, with at most as many digits as are kept. */
const degrees = (least: number, most: number) => (text: string) => {
  const found = /^\d{1,3}(\.\d{1,9})?°?$/.test(text) ? Number.parseFloat(text) : undefined;
  return found !== undefined && found >= least && found <= most ? found : undefined;
};

/** More than nothing. */
const readTotal = (text: string) => {
  const amount = readAmount(text);
  return amount === ZERO ? undefined : amount;
};

const keyOf = <Key extends string>(words: Readonly<Record<Key, Text>>, keys: readonly Key[], found: string): Key | undefined =>
  keys.find((key) => words[key].zh === found || words[key].en.toLowerCase() === found.toLowerCase() || words[key].zh.startsWith(found));
