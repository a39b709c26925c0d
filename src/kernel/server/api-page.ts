import { z } from "zod";
import type { Operation, OperationTable } from "#kernel/contract.ts";
import { fieldsOf } from "#kernel/input-from-text.ts";
import type { Language } from "#kernel/texts.ts";

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

const words = {
  zh: {
    title: "园枢 接口说明",
    intro: "每个操作只定义一次，网页、接口与命令行共用。机器可读的描述：",
    command: "命令行",
    permission: "所需权限",
    input: "输入",
    output: "输出（JSON Schema）",
    field: "字段",
    type: "类型",
    required: "必填",
    yes: "是",
    no: "否",
    query: "查询",
    change: "办理",
  },
  en: {
    title: "Yuanshu API",
    intro: "Each operation is defined once for web, API and command line. Machine-readable description: ",
    command: "Command line",
    permission: "Permission",
    input: "Input",
    output: "Output (JSON Schema)",
    field: "Field",
    type: "Type",
    required: "Required",
    yes: "yes",
    no: "no",
    query: "query",
    change: "command",
  },
} as const;

/** The page on which people read the interface; plain HTML without script, made from the definitions. */
export function apiPage(
  tables: Readonly<Record<string, OperationTable>>,
  commandOf: (domain: string, name: string, operation: Operation) => string,
  language: Language,
): string {
  const say = words[language];
  const sections = Object.entries(tables).map(
    ([domain, table]) =>
      `<section><h2 id="${domain}">${domain}</h2>${Object.entries(table)
        .map(([name, operation]) => describe(domain, name, operation, commandOf(domain, name, operation), language))
        .join("")}</section>`,
  );
  const contents = Object.keys(tables).map((domain) => `<a href="#${domain}">${domain}</a>`);
  return `<!doctype html><html lang="${language === "zh" ? "zh-CN" : "en"}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${say.title}</title><link rel="stylesheet" href="/api/page.css"><main><h1>${say.title}</h1><p>${say.intro}<a href="/api/openapi.json">/api/openapi.json</a> · <a href="?language=${language === "zh" ? "en" : "zh"}">${language === "zh" ? "English" : "中文"}</a></p><nav>${contents.join(" · ")}</nav>${sections.join("")}</main></html>`;
}

function describe(domain: string, name: string, operation: Operation, command: string, language: Language): string {
  const say = words[language];
  const rows = fieldsOf(operation).map(
    (field) =>
      `<tr><td><code>${escapeHtml(field.name)}</code></td><td>${escapeHtml(field.choices.length > 0 ? field.choices.join(" | ") : field.type)}</td><td>${field.required ? say.yes : say.no}</td></tr>`,
  );
  const output = JSON.stringify(z.toJSONSchema(operation.output, { io: "output", unrepresentable: "any" }), null, 1);
  return `<article id="${domain}.${name}"><details><summary><span class="kind">${operation.kind === "query" ? "GET" : "POST"}</span> <code>${escapeHtml(operation.path)}</code> <span class="said">${escapeHtml(operation.summary[language])}</span></summary><dl><dt>${say.permission}</dt><dd><code>${escapeHtml(operation.permission)}</code></dd><dt>${say.command}</dt><dd><code>npm run -s yuanshu -- ${escapeHtml(command)}</code></dd></dl>${rows.length > 0 ? `<table><thead><tr><th>${say.field}</th><th>${say.type}</th><th>${say.required}</th></tr></thead><tbody>${rows.join("")}</tbody></table>` : ""}<details><summary>${say.output}</summary><pre>${escapeHtml(output)}</pre></details></details></article>`;
}

export const apiPageStyle = `body{font:14px/22px "PingFang SC","Microsoft YaHei","Noto Sans SC",sans-serif;color:#1f2329;margin:0}main{max-width:960px;margin:0 auto;padding:24px 16px}a{color:#1f4e8c}h1{font-size:22px}h2{border-bottom:1px solid #d9dde3;padding-bottom:4px;margin-top:32px}article{border-bottom:1px solid #eceef1;padding:4px 0}summary{cursor:pointer;overflow-wrap:anywhere}.said{color:#5c6570}article>details>:not(summary){margin-left:16px}.kind{color:#1f4e8c;font-weight:600}code,pre{font-family:ui-monospace,Consolas,monospace;font-size:13px}code{overflow-wrap:anywhere}dl{display:grid;grid-template-columns:max-content 1fr;gap:0 12px;margin:4px 0}dt{color:#5c6570}dd{margin:0;overflow-wrap:anywhere}table{border-collapse:collapse;width:100%;margin:8px 0}th,td{border:1px solid #d9dde3;padding:2px 8px;text-align:left;overflow-wrap:anywhere}pre{background:#f6f7f9;padding:8px;overflow:auto;max-height:320px}`;
