import { AppError } from "#kernel/app-error.ts";
import { keepFile, type StoredFile } from "#kernel/server/files.ts";
import type { OperationContext, UploadedFile } from "#kernel/server/operation-context.ts";
import { sniffType } from "#kernel/server/sniff-type.ts";

const MOST_BYTES = 20 * 1_048_576;

/**
 * What an application is made of, by its bytes and not by its name: papers, pictures, office files, drawings, archives (OFD is one), plain
 * text. A program, a web page or a letter with attachments is none, and an official would be the one who opens it.
 */
const TYPES: ReadonlySet<string> = new Set([
  "application/pdf",
  "image/jpeg",
  "image/png",
  "image/tiff",
  "image/webp",
  "image/bmp",
  "image/heic",
  "image/heif",
  "image/vnd.dwg",
  "application/x-cfb",
  "application/rtf",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  "application/zip",
  "application/x-rar-compressed",
  "application/x-7z-compressed",
  "text/plain",
]);

/** @throws AppError `approvals.material-type`, `file.empty`, `file.too-large` */
export async function keepMaterial(
  { tx, store }: Pick<OperationContext, "tx" | "store">,
  { name, bytes }: UploadedFile,
): Promise<StoredFile> {
  if (bytes.byteLength > 0 && !TYPES.has(await sniffType(bytes))) throw new AppError("approvals.material-type", "invalid", { name });
  return keepFile(tx, store, bytes, { maxBytes: MOST_BYTES });
}
