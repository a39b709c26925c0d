import { setTimeout as wait } from "node:timers/promises";
import type { CaseView } from "#domains/approvals/contract/case.ts";
import { caseOperations } from "#domains/approvals/contract/case-operations.ts";
import { promiseOperations } from "#domains/approvals/contract/promise-operations.ts";
import type { OperationTable } from "#kernel/contract.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { SampleFile } from "./spreadsheets.ts";
import type { SampleOperation, SampleStep, SampleUser, SampleWorld, SentTo } from "./step.ts";

type CaseCommand = Extract<SampleOperation, `approvals.${string}`>;
type Given<Name extends CaseCommand> = Omit<SentTo<Name>, "id" | "version">;
const TRIES = 600;
const PAUSE_MS = 50;

const tables: OperationTable = { ...caseOperations, ...promiseOperations };
const asksForVersion = (operation: CaseCommand): boolean => "version" in (tables[operation.slice("approvals.".length)]?.input.shape ?? {});

/** Text files stand for scans: what counts is that something came. */
export const paper =
  (name: string): (() => Promise<readonly SampleFile[]>) =>
  async () => [{ name: `${name}.txt`, bytes: new TextEncoder().encode(`示范材料：${name}\n`) }];

/** Drafts are seen by those who filed them, all others stand on the desk. */
async function rowsLike(world: SampleWorld, as: SampleUser, title: string) {
  const desk = await world.ask(as, "approvals.caseDesk", { q: title.slice(0, 60), open: false, limit: 20 });
  if (desk.items.some((one) => one.title === title)) return desk.items;
  const drafts = await Promise.all(
    (["enterprise", "window-2"] as const).map((filer) => world.ask(filer, "approvals.listMyCases", { state: "DRAFT", limit: 200 })),
  );
  return drafts.flatMap(({ items }) => items);
}

/** The case with this title and matter; children of a package come a moment after the decision that they waited for. */
async function findCase(world: SampleWorld, as: SampleUser, title: string, childOf?: string): Promise<CaseView | undefined> {
  const patient =
    childOf !== undefined && (await world.ask(as, "approvals.listPackages", { limit: 200 })).items.some((one) => one.title === childOf);
  for (let left = patient ? TRIES : 1; left > 0; left -= 1) {
    const row = (await rowsLike(world, as, title)).find((one) => one.title === title);
    if (row !== undefined) return world.ask(as, "approvals.openCase", { id: row.id });
    if (left > 1) await wait(PAUSE_MS);
  }
  return undefined;
}

/** One step of a case that is known by its title. It is done once: where the case has moved on, there is nothing to do. */
export function onCase<Name extends CaseCommand>(
  title: string,
  as: SampleUser,
  operation: Name,
  on: LocalDate,
  given: Given<Name> | ((view: CaseView) => Given<Name> | undefined),
  more: {
    readonly files?: SampleStep["files"];
    readonly childOf?: string;
    readonly name?: string;
    readonly unless?: (view: CaseView) => boolean;
  } = {},
): SampleStep {
  // The desk is the committee's: an enterprise's step looks the case up as the window does.
  const reader: SampleUser = as === "enterprise" ? "window" : as;
  return {
    name: more.name ?? `${title}：${operation.slice("approvals.".length)}（${on}）`,
    as,
    operation,
    on,
    input: async (world: SampleWorld) => {
      const view = await findCase(world, reader, title, more.childOf);
      if (view === undefined || more.unless?.(view) === true) return undefined;
      const input = typeof given === "function" ? given(view) : given;
      return input === undefined
        ? undefined
        : { id: view.row.id, ...(asksForVersion(operation) ? { version: view.version } : {}), ...input };
    },
    ...(more.files === undefined ? {} : { files: more.files }),
  } as unknown as SampleStep;
}

/** Drafts a case unless one of that title is there. */
export function draft(as: SampleUser, on: LocalDate, input: SentTo<"approvals.draftCase">): SampleStep {
  return {
    name: `填写${input.title}`,
    as,
    operation: "approvals.draftCase",
    on,
    input: async (world) => ((await findCase(world, as === "enterprise" ? "window" : as, input.title)) === undefined ? input : undefined),
  };
}
