import { z } from "zod";
import type { Operation, OperationTable } from "#kernel/contract.ts";
import { FileReply } from "#kernel/contract.ts";
import type { Language } from "#kernel/texts.ts";

type Json = Record<string, unknown>;

const json = (schema: Json) => ({ content: { "application/json": { schema } } });
const problem = (description: string) => ({
  description,
  content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
});

/** The OpenAPI 3.1 description of the given tables: made from the same definitions that validate requests, so it cannot fall behind. */
export function describeOperations(tables: Readonly<Record<string, OperationTable>>, language: Language): Json {
  const paths: Record<string, Json> = {};
  const shared: Record<string, Json> = {};
  for (const [domain, table] of Object.entries(tables)) {
    for (const [name, operation] of Object.entries(table)) {
      const path = operation.path.replace(/:(\w+)/g, "{$1}");
      paths[path] = {
        ...paths[path],
        [operation.kind === "query" ? "get" : "post"]: describeOperation(domain, name, operation, language, shared),
      };
    }
  }
  return {
    openapi: "3.1.0",
    info: {
      title: language === "zh" ? "园枢 接口" : "Yuanshu API",
      version: "1",
      description:
        language === "zh"
          ? "网页、命令行与接口共用同一份操作定义、同一道权限检查、同一本操作日志。"
          : "Web, command line and API share one definition, one permission check and one journal.",
    },
    tags: Object.keys(tables).map((domain) => ({ name: domain })),
    paths,
    components: {
      securitySchemes: { session: { type: "apiKey", in: "cookie", name: "yuanshu_session" } },
      schemas: {
        ...shared,
        Problem: {
          type: "object",
          required: ["type", "title", "status", "code"],
          properties: {
            type: { type: "string" },
            title: { type: "string" },
            status: { type: "integer" },
            code: { type: "string" },
            params: { type: "object" },
          },
        },
      },
    },
  };
}

function describeOperation(domain: string, name: string, operation: Operation, language: Language, shared: Record<string, Json>): Json {
  const place = `${domain}_${name}`;
  const input = schemaOf(operation.input, "input", place, shared) as {
    properties?: Record<string, Json>;
    required?: string[];
  } & Json;
  const inPath = [...operation.path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? "");
  const fields = Object.entries(input.properties ?? {});
  const required = new Set(input.required ?? []);
  const rest = fields.filter(([field]) => !inPath.includes(field));
  const parameters: Json[] = inPath.map((field) => ({
    name: field,
    in: "path",
    required: true,
    schema: input.properties?.[field] ?? { type: "string" },
  }));
  if (operation.kind === "query")
    parameters.push(...rest.map(([field, schema]) => ({ name: field, in: "query", required: required.has(field), schema })));
  if (operation.idempotency === "key")
    parameters.push({ name: "Idempotency-Key", in: "header", required: false, schema: { type: "string", maxLength: 100 } });
  const body = {
    type: "object",
    properties: Object.fromEntries(rest),
    required: rest.map(([field]) => field).filter((field) => required.has(field)),
  };
  return {
    operationId: `${domain}.${name}`,
    tags: [domain],
    summary: operation.summary[language],
    "x-permission": operation.permission,
    ...(operation.permission === "public" ? { security: [] } : { security: [{ session: [] }] }),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(operation.kind === "command" ? { requestBody: { required: true, ...(operation.upload ? multipart(body) : json(body)) } } : {}),
    responses: {
      "200": { description: "OK", ...reply(operation, place, shared) },
      "400": problem("Bad input"),
      ...(operation.permission === "public" ? {} : { "401": problem("Not signed in"), "403": problem("Not permitted") }),
      "404": problem("Not found"),
      ...(operation.kind === "command" ? { "409": problem("Conflict with the present state") } : {}),
    },
  };
}

const multipart = (body: Json): Json => ({
  content: {
    "multipart/form-data": {
      schema: {
        ...body,
        properties: { ...(body["properties"] as Json), files: { type: "array", items: { type: "string", format: "binary" } } },
      },
    },
  },
});

function reply(operation: Operation, place: string, shared: Record<string, Json>): Json {
  if (operation.output === (FileReply as z.ZodType))
    return { content: { "application/octet-stream": { schema: { type: "string", format: "binary" } } } };
  return json(schemaOf(operation.output, "output", place, shared));
}

/** A part that contains itself, such as a tree of conditions, has a name: it stands among the components, where its references lead. */
function schemaOf(schema: z.ZodType, io: "input" | "output", place: string, shared: Record<string, Json>): Json {
  const { $defs, ...plain } = z.toJSONSchema(schema, { io, unrepresentable: "any" }) as Json & { readonly $defs?: Record<string, Json> };
  if ($defs === undefined) return plain;
  const named = (name: string): string => `${place}_${io}_${name.replace(/\W/g, "_")}`;
  const led = (part: unknown): Json =>
    JSON.parse(JSON.stringify(part).replace(/"#\/\$defs\/([^"]+)"/g, (_, name: string) => `"#/components/schemas/${named(name)}"`)) as Json;
  for (const [name, part] of Object.entries($defs)) shared[named(name)] = led(part);
  return led(plain);
}
