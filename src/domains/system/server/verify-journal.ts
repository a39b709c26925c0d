import type { JournalReport } from "#domains/system/contract/journal-operations.ts";
import { listZoneRows, withinZone } from "#domains/system/server/zone-store.ts";
import { databaseTexts } from "#kernel/database-texts.ts";
import { SYSTEM_ZONE_ID } from "#kernel/server/database.ts";
import type { OperationContext } from "#kernel/server/operation-context.ts";
import { type ChainReport, verifyJournal as verifyChain } from "#kernel/server/verify-journal.ts";
import { type Language, say, type Text } from "#kernel/texts.ts";

/** The chain of the caller's zone; the local administrator's check goes over every zone and the platform's own chain. */
export async function verifyJournal(_: object, context: OperationContext): Promise<JournalReport> {
  const { tx, actor } = context;
  const zones = context.adminUrl === undefined ? [actor.zoneId] : [...(await listZoneRows(tx)).map((zone) => zone.id), SYSTEM_ZONE_ID];
  const slugs = new Map((await listZoneRows(tx)).map((zone) => [zone.id, zone.slug]));
  const all = [...slugs.keys(), SYSTEM_ZONE_ID];
  const reports: (ChainReport & { readonly milliseconds: number })[] = [];
  for (const zoneId of zones) {
    const started = performance.now();
    const report = await withinZone(tx, zoneId, actor.zoneId, () => verifyChain(tx, zoneId, { boxes: context.secretBox, zones: all }));
    reports.push({ ...report, milliseconds: Math.round(performance.now() - started) });
  }
  const nameOf = (zoneId: string): string => slugs.get(zoneId) ?? "system";
  return {
    ok: reports.every((report) => report.findings.length === 0),
    chains: reports.map(({ zoneId, findings: _, ...report }) => ({ chain: nameOf(zoneId), ...report })),
    findings: reports.flatMap((report) =>
      report.findings.map(({ kind, sequence, code, params }) => ({
        chain: nameOf(report.zoneId),
        sequence,
        kind,
        detail: sayFinding(code, params),
      })),
    ),
  };
}

export function sayFinding(code: string, params: Readonly<Record<string, string | number>>): { zh: string; en: string } {
  const text = (databaseTexts as Readonly<Record<string, Text>>)[code];
  return text ? { zh: say(text, "zh", params), en: say(text, "en", params) } : { zh: code, en: code };
}

export function presentVerification(report: JournalReport, language: Language): string {
  const heading = report.ok
    ? {
        zh: "日志链完整，签名摘要相符，未发现改动、缺失或错序。",
        en: "The journal is whole and as it was signed: no edit, gap or reorder.",
      }
    : { zh: "日志链有异常：", en: "The journal is damaged:" };
  const chains = report.chains.map(({ chain, entries, lastHash, digests, signedTo, milliseconds }) =>
    language === "zh"
      ? `  ${chain}  ${entries} 条  签名摘要 ${digests} 号（至第 ${signedTo} 条）  ${(milliseconds / 1000).toFixed(2)} 秒  ${lastHash ?? "–"}`
      : `  ${chain}  ${entries} entries  ${digests} signed digests (up to ${signedTo})  ${(milliseconds / 1000).toFixed(2)} s  ${lastHash ?? "–"}`,
  );
  const findings = report.findings.map(({ chain, sequence, detail }) => `  ${chain} #${sequence ?? "–"}  ${detail[language]}`);
  return [heading[language], ...findings, "", ...chains].join("\n");
}
