import type { z } from "zod";
import type { GraphImportRow } from "#domains/chain/contract/version-operations.ts";
import { versionPolicy } from "#domains/chain/rules/chain-policy.ts";
import { mergeContent, type Told } from "#domains/chain/rules/merge-content.ts";
import { requireSize } from "#domains/chain/server/edit-draft.ts";
import type { VersionHandlers } from "#domains/chain/server/handler-shapes.ts";
import { type ReadRow, readGraphFiles } from "#domains/chain/server/read-graph-file.ts";
import { requireDecision } from "#domains/chain/server/require-decision.ts";
import { getVersion, loadContent, replaceContent } from "#domains/chain/server/version-store.ts";
import { caseOf, touchDraft } from "#domains/chain/server/version-view.ts";
import { graphTemplateFile, writeGraphFile } from "#domains/chain/server/write-graph-file.ts";
import { AppError } from "#kernel/app-error.ts";
import { joined } from "#kernel/sheet-cells.ts";

type Row = z.input<typeof GraphImportRow>;

export const graphTemplate: VersionHandlers["graphTemplate"] = (_, { language }) => graphTemplateFile(language);

export const exportGraph: VersionHandlers["exportGraph"] = async ({ id, format }, { tx, language }) => {
  const row = await getVersion(tx, id);
  return writeGraphFile(await loadContent(tx, id), format, `v${row.number}-${row.effectiveFrom}`, language);
};

/** Row by row: a bad row is refused alone with its sentence, the good ones beside it are kept. A dry run keeps none. */
export const importGraph: VersionHandlers["importGraph"] = async ({ id, dryRun, replace }, context) => {
  const { tx, files, actor } = context;
  const row = await getVersion(tx, id);
  requireDecision(versionPolicy.edit(actor, caseOf(row, 0, null)));
  if (files.length === 0) throw new AppError("upload.none", "invalid");
  const read = await readGraphFiles(files);
  const before = replace ? { nodes: [], edges: [] } : await loadContent(tx, id);
  const merged = mergeContent(before, good(read.nodes), good(read.edges));
  requireSize(merged.content);
  const refused = new Map(merged.refused.map(({ table, row: place, problem }) => [`${table} ${place}`, problem]));
  const rowOf =
    (table: "nodes" | "edges") =>
    ({ row: place, name, reading }: ReadRow<unknown>): Row => {
      const problem = reading.ok ? (refused.get(`${table} ${place}`) ?? null) : joined(reading.problems);
      return { table, row: place, ok: problem === null, problem, name };
    };
  const rows = [...read.nodes.map(rowOf("nodes")), ...read.edges.map(rowOf("edges"))];
  const kept = (table: "nodes" | "edges") => rows.filter((one) => one.table === table && one.ok).length;
  if (!dryRun && rows.some(({ ok }) => ok)) {
    await replaceContent(tx, id, merged.content);
    await touchDraft(context, row);
    context.journal({
      subject: `chain-version:${id}`,
      before: { nodes: before.nodes.length, edges: before.edges.length },
      after: { nodes: merged.content.nodes.length, edges: merged.content.edges.length },
      detail: { files: files.map(({ name }) => name), replace, refused: rows.length - kept("nodes") - kept("edges") },
    });
  }
  return { rows, nodes: kept("nodes"), edges: kept("edges"), refused: rows.filter(({ ok }) => !ok).length };
};

const good = <Item>(rows: readonly ReadRow<Item>[]): readonly Told<Item>[] =>
  rows.flatMap(({ row, reading }) => (reading.ok ? [{ row, item: reading.value }] : []));
