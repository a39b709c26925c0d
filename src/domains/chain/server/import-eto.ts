import Papa from "papaparse";
import { v7 } from "uuid";
import { type EtoFiles, type EtoRow, readEto } from "#domains/chain/rules/read-eto.ts";
import type { VersionHandlers } from "#domains/chain/server/handler-shapes.ts";
import { appendVersionStep, getVersion, insertVersion, replaceContent } from "#domains/chain/server/version-store.ts";
import { AppError } from "#kernel/app-error.ts";
import { requireValue } from "#kernel/outcome.ts";
import type { UploadedFile } from "#kernel/server/operation-context.ts";

const SOURCE = "Emerging Technology Observatory, Advanced Semiconductor Supply Chain Dataset, CC BY-NC 4.0";
const FILES = ["stages", "inputs", "sequence"] as const satisfies readonly (keyof EtoFiles)[];
const MOST_ROWS = 20_000;

/** A draft out of the folder of the data set; its rows stay the zone's own, and its licence stands in the version's note. */
export const importEto: VersionHandlers["importEto"] = async ({ name, effectiveFrom }, context) => {
  const { tx, today, files } = context;
  if (files.length === 0) throw new AppError("upload.none", "invalid");
  const missing = FILES.filter((wanted) => findFile(files, wanted) === undefined);
  if (missing.length > 0) throw new AppError("chain.eto-files", "invalid", { missing: missing.map((one) => `${one}.csv`).join("、") });
  const read = (wanted: string): readonly EtoRow[] => rowsOf(findFile(files, wanted));
  const { content, warnings } = requireValue(readEto({ stages: read("stages"), inputs: read("inputs"), sequence: read("sequence") }));
  const id = v7();
  await insertVersion(tx, {
    id,
    name: name ?? "半导体产业链（ETO）",
    nameEn: name === undefined ? "Semiconductor chain (ETO)" : "",
    effectiveFrom: effectiveFrom ?? today,
    basedOn: null,
    note: SOURCE,
    draftedOn: today,
  });
  await replaceContent(tx, id, content);
  await appendVersionStep(tx, id, "draft", SOURCE, today);
  context.journal({
    subject: `chain-version:${id}`,
    after: { nodes: content.nodes.length, edges: content.edges.length },
    detail: { files: files.map((file) => file.name), source: SOURCE },
  });
  return {
    id,
    number: (await getVersion(tx, id)).number,
    nodes: content.nodes.length,
    edges: content.edges.length,
    providers: read("providers").length,
    warnings: [...warnings],
    source: SOURCE,
  };
};

const findFile = (files: readonly UploadedFile[], wanted: string): UploadedFile | undefined =>
  files.find((file) => file.name.toLowerCase() === `${wanted}.csv`);

function rowsOf(file: UploadedFile | undefined): readonly EtoRow[] {
  if (file === undefined) return [];
  const { data } = Papa.parse<EtoRow>(new TextDecoder("utf-8").decode(file.bytes), {
    header: true,
    skipEmptyLines: true,
    preview: MOST_ROWS,
  });
  return data;
}
