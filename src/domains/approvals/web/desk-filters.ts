import { z } from "zod";
import { CaseState } from "#domains/approvals/contract/case.ts";
import { caseOperations } from "#domains/approvals/contract/case-operations.ts";

const asked = caseOperations.caseDesk.input.shape;
const Sort = z.enum(["due", "number", "accepted"]);

/** What the address asks of the desk; a word that it does not understand asks for nothing. */
export function deskFilters(address: Readonly<Record<string, string | undefined>>) {
  const state = CaseState.safeParse(address["state"]).data;
  return {
    q: address["q"]?.slice(0, 60) || undefined,
    state,
    open: state === undefined && address["state"] !== "all",
    matterCode: asked.matterCode.safeParse(address["matter"] || undefined).data,
    stage: asked.stage.safeParse(address["stage"]).data,
    projectId: asked.projectId.safeParse(address["project"]).data,
    alert: asked.alert.safeParse(address["alert"]).data,
    waitsFor: asked.waitsFor.safeParse(address["waitsFor"]).data,
    reviewBy: address["reviewBy"]?.slice(0, 60) || undefined,
    mine: address["mine"] === "1",
    sort: Sort.safeParse(address["by"]).data ?? ("due" as const),
  };
}
