import { AsyncLocalStorage } from "node:async_hooks";
import { randomBytes } from "node:crypto";
import type { Actor } from "#kernel/policy.ts";
import type { Language } from "#kernel/texts.ts";

/** What an exported file says of itself: who took it, when, under which number, and until when it may be kept. */
export type ExportMark = { readonly number: string; readonly validUntil: string; readonly text: string };

const EXPORT_DAYS = 30;
const marks = new AsyncLocalStorage<ExportMark>();

export function makeMark(actor: Actor, now: string, language: Language): ExportMark {
  const number = `E${randomBytes(5).toString("hex").toUpperCase()}`;
  const local = (at: number) => new Date(at + 8 * 3_600_000).toISOString();
  const at = Date.parse(now);
  const validUntil = local(at + EXPORT_DAYS * 86_400_000).slice(0, 10);
  const moment = local(at).slice(0, 16).replace("T", " ");
  const text =
    language === "zh"
      ? `导出编号 ${number}　${actor.name}　${moment}　请于 ${validUntil} 前销毁，不得外传`
      : `Export ${number}  ${actor.name}  ${moment}  destroy by ${validUntil}, not to be passed on`;
  return { number, validUntil, text };
}

/** The line that an exported CSV ends with: whoever takes the file in again passes over it. */
export const isMark = (text: string): boolean => /^(导出编号|Export) E[0-9A-F]{10}[\s\u3000]/.test(text);

/** Makes a file with the mark at hand: a PDF takes it while it is set, the other kinds afterwards (`markFile`). */
export const withMark = <T>(mark: ExportMark, work: () => Promise<T>): Promise<T> => marks.run(mark, work);
export const currentMark = (): ExportMark | undefined => marks.getStore();
