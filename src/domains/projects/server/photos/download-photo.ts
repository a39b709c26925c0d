import { AppError } from "#kernel/app-error.ts";
import type { FileReply } from "#kernel/contract.ts";
import type { OperationContext } from "#kernel/server/operation-context.ts";

/** A photo of the site, or the small picture of it; an older photo without a small one is sent as it is. */
export const downloadOf =
  (size: "whole" | "small") =>
  async ({ photoId }: { readonly photoId: string }, { tx, store, actor }: OperationContext): Promise<FileReply> => {
    const row = await tx
      .selectFrom("project_photo")
      .select(["file_hash", "thumb_hash"])
      .where("zone_id", "=", actor.zoneId)
      .where("id", "=", photoId)
      .executeTakeFirst();
    if (row === undefined) throw new AppError("projects.no-such-file", "not-found");
    const hash = size === "small" ? (row.thumb_hash ?? row.file_hash) : row.file_hash;
    const { mime } = await tx
      .selectFrom("file")
      .select("mime")
      .where("zone_id", "=", actor.zoneId)
      .where("hash", "=", hash)
      .executeTakeFirstOrThrow();
    const bytes = Uint8Array.from(await store.get(actor.zoneId, hash));
    return { name: `${photoId}.${mime.split("/")[1] ?? "jpeg"}`, mime, bytes };
  };
