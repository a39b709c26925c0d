import { Server } from "@modelcontextprotocol/sdk/server/index.js";
import { WebStandardStreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js";
import { CallToolRequestSchema, ListToolsRequestSchema } from "@modelcontextprotocol/sdk/types.js";
import type { FastifyRequest } from "fastify";
import type { AgentTool } from "#kernel/server/agents/agent-tools.ts";
import type { ToolAnswer } from "#kernel/server/agents/call-tool.ts";

export type McpFace = {
  readonly instructions: string;
  readonly list: (cursor: string | undefined) => { readonly tools: readonly AgentTool[]; readonly next: string | undefined };
  readonly call: (name: string, given: Readonly<Record<string, unknown>>) => Promise<ToolAnswer>;
  readonly onBug: (error: unknown) => void;
  readonly reference: string;
};

/** One request of the protocol, answered by a server and a transport that live for it alone. */
export async function answerMcp(request: FastifyRequest, face: McpFace): Promise<Response> {
  const server = new Server(
    { name: "yuanshu", title: "园枢", version: "1.0.0" },
    { capabilities: { tools: {} }, instructions: face.instructions },
  );
  server.setRequestHandler(ListToolsRequestSchema, ({ params }) => {
    const { tools, next } = face.list(params?.cursor);
    return { tools: tools.map(describe), ...(next === undefined ? {} : { nextCursor: next }) };
  });
  server.setRequestHandler(CallToolRequestSchema, async ({ params }) => {
    try {
      const { ok, answer } = await face.call(params.name, params.arguments ?? {});
      return { isError: !ok, content: [{ type: "text" as const, text: JSON.stringify(answer) }], structuredContent: { ...answer } };
    } catch (error) {
      face.onBug(error);
      const answer = { kind: "refusal", code: "server.bug", params: { reference: face.reference } };
      return { isError: true, content: [{ type: "text" as const, text: JSON.stringify(answer) }], structuredContent: answer };
    }
  });
  const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
  try {
    await server.connect(transport as Parameters<typeof server.connect>[0]);
    const headers = new Headers();
    for (const [name, value] of Object.entries(request.headers)) if (typeof value === "string") headers.set(name, value);
    const asked = new Request(new URL(request.url, "http://127.0.0.1"), { method: "POST", headers });
    const response = await transport.handleRequest(asked, { parsedBody: request.body });
    // Read whole before the transport closes: its answer is one JSON text.
    return new Response(response.status === 202 ? null : await response.text(), { status: response.status, headers: response.headers });
  } finally {
    await server.close();
  }
}

const describe = ({ name, description, inputSchema, mounted: { operation } }: AgentTool) => ({
  name,
  title: operation.summary.zh,
  description,
  inputSchema,
  annotations: {
    readOnlyHint: operation.kind === "query",
    destructiveHint: operation.kind === "command",
    idempotentHint: operation.kind === "query",
    openWorldHint: false,
  },
});
