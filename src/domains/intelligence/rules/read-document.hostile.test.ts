import { expect, test } from "vitest";
import { readDocument } from "#domains/intelligence/rules/read-document.ts";

const read = (original: string) => readDocument(original, { mime: "text/plain", published: null });

/** Each would take minutes if any step were quadratic; the limit of the runner is the test. */
test.each([
  ["one line without an end", "云岭高新区完成投资12.6亿元,增长8.1%,".repeat(40_000)],
  ["opened tags", "<a ".repeat(200_000)],
  ["opened quotes", '<a href="'.repeat(100_000)],
  ["opened comments", "<!--".repeat(200_000)],
  ["opened scripts", "<script>".repeat(100_000)],
  ["deep elements", `${"<div>".repeat(100_000)}云岭`],
  ["closing tags of nothing", "</div>".repeat(100_000)],
  ["ampersands", "&".repeat(500_000)],
  ["opened brackets", "区(".repeat(250_000)],
  ["half readings", "区(qū".repeat(150_000)],
  ["breadcrumbs", "首页>".repeat(200_000)],
  ["bars", "某某某某某|".repeat(100_000)],
  ["bylines", "记者 某某\n".repeat(60_000)],
  ["markers", "相关阅读\n".repeat(60_000)],
  ["briefs", "●云岭高新区完成投资12亿元同比增长百分之三十五点六其中工业投资\n".repeat(4000)],
  ["short broken lines", "云岭高新区的建设\n持续加快推进中来。\n".repeat(10_000)],
  ["zone endings", "高新区".repeat(150_000)],
  ["spaced digits", "4 2 . 8 ".repeat(60_000)],
  ["front matter without an end", `---\n${"a: b\n".repeat(80_000)}`],
  ["Markdown pictures without an end", "![a](".repeat(80_000)],
])(
  "%s",
  (_, original) => {
    expect(read(original).original).toHaveLength(original.length);
  },
  20_000,
);
