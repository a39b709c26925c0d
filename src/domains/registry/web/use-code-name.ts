import { queryOptions, useQueries } from "@tanstack/react-query";
import { registry } from "#domains/registry/web/registry-client.ts";

export type CodeKind = "region" | "class";
type Code = { readonly code: string; readonly name: string; readonly leaf: boolean };

const REGION_LENGTH = 6;

async function read(of: CodeKind, under: string | undefined): Promise<readonly Code[]> {
  if (of === "class") return (await registry.listClasses(under === undefined ? {} : { under })).items;
  const { items } = await registry.listRegions(under === undefined ? {} : { under });
  return items.map((item) => ({ ...item, leaf: item.code.length >= REGION_LENGTH }));
}

/** The codes one level below a code; without one the first level. They hardly ever change. */
export const codesUnder = (of: CodeKind, under: string | undefined) =>
  queryOptions({ queryKey: ["registry-codes", of, under], queryFn: () => read(of, under), staleTime: 3_600_000 });

/** What the levels above a code are called: 50 and 5001 above 500112; C, C39 and C397 above C3973. */
export function parentsOf(of: CodeKind, code: string): readonly (string | undefined)[] {
  const lengths = of === "region" ? [2, 4] : [1, 3, 4];
  return [undefined, ...lengths.filter((length) => length < code.length).map((length) => code.slice(0, length))];
}

/** The name of a code, wherever between its parents and itself it is listed: districts of a municipality stand right under it. */
export function useCodeName(of: CodeKind, code: string | undefined): string | undefined {
  const levels = useQueries({ queries: code === undefined ? [] : parentsOf(of, code).map((under) => codesUnder(of, under)) });
  return levels.flatMap((level) => level.data ?? []).findLast((one) => one.code === code)?.name;
}
