import { z } from "zod";
import { FileReply } from "#kernel/contract.ts";
import type { Actor } from "#kernel/policy.ts";
import { type MountedOperation, SECRET } from "#kernel/server/platform.ts";

/** An operation as a program that works for a person sees it. */
export type AgentTool = {
  readonly name: string;
  readonly mounted: MountedOperation;
  readonly description: string;
  readonly inputSchema: { readonly type: "object"; readonly [key: string]: unknown };
};

/** By which a command says that its person has agreed. */
export const CONFIRMATION = "confirmation";

/**
 * What an agent can be offered at all: what a role holds a permission for. Left out are files in either direction, sign-in and sessions, what concerns
 * the platform, what shows a secret or takes one, and what a domain keeps to people (`Plugin.agents`).
 */
export const isOffered = ({ operation, agents }: MountedOperation): boolean =>
  agents !== "none" &&
  (operation.kind === "query" || agents === "all") &&
  operation.permission !== "public" &&
  operation.permission !== "signed-in" &&
  operation.upload === undefined &&
  operation.output !== (FileReply as z.ZodType) &&
  operation.shownOnce === undefined &&
  operation.platform === undefined &&
  !Object.keys(operation.input.shape).some((field) => SECRET.test(field) || field === CONFIRMATION);

/** The tools of the whole platform, made once. */
export const toolsOf = (operations: readonly MountedOperation[]): readonly AgentTool[] => operations.filter(isOffered).map(toolOf);

/** Those that this person may use in the present role. */
export const toolsFor = (tools: readonly AgentTool[], actor: Actor, acts: boolean): readonly AgentTool[] =>
  tools.filter(({ mounted: { operation } }) => actor.permissions.has(operation.permission) && (acts || operation.kind === "query"));

function toolOf(mounted: MountedOperation): AgentTool {
  const { operation, domain, name } = mounted;
  const { $schema: _, ...schema } = z.toJSONSchema(operation.input.strict(), { io: "input", unrepresentable: "any" }) as Record<
    string,
    unknown
  >;
  const { summary } = operation;
  const command = operation.kind === "command";
  return {
    name: `${domain}_${name}`,
    mounted,
    description: command
      ? `${summary.zh}。先调用一次，答复写明将做什么和一次性确认码；经本人同意后，带上 ${CONFIRMATION} 原样再调用一次才会办理。 / ${summary.en}. The first call answers with what would be done and a one-time code; once the person has agreed, call again with the same input and the code in "${CONFIRMATION}".`
      : `${summary.zh} / ${summary.en}`,
    inputSchema: {
      ...schema,
      type: "object",
      ...(command ? { properties: { ...(schema["properties"] as object), [CONFIRMATION]: { type: "string", maxLength: 40 } } } : {}),
    },
  };
}
