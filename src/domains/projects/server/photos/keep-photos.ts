import { v7 } from "uuid";
import { MOST_PHOTOS, type PhotoNote } from "#domains/projects/contract/investment-operations.ts";
import { type PreparedPhoto, preparePhoto } from "#domains/projects/server/photos/prepare-photo.ts";
import { AppError } from "#kernel/app-error.ts";
import { type Instant, localDateOf } from "#kernel/local-date.ts";
import { keepFile } from "#kernel/server/files.ts";
import type { OperationContext } from "#kernel/server/operation-context.ts";

export type NotedPhoto = PreparedPhoto & { readonly note: PhotoNote };

const MOST_BYTES = 15 * 1_048_576;
const DAY_MS = 86_400_000;

/**
 * Every picture with what is said of it, ready to be kept; nothing is written yet, so that one bad file refuses the report as a whole.
 * @throws AppError `projects.photo-notes` when notes and files do not match, `projects.photo-day`, and those of {@link preparePhoto}.
 */
export async function preparePhotos(
  { files, now }: Pick<OperationContext, "files" | "now">,
  notes: readonly PhotoNote[],
): Promise<readonly NotedPhoto[]> {
  if (files.length > MOST_PHOTOS) throw new AppError("projects.photos-many", "invalid", { found: files.length, most: MOST_PHOTOS });
  if (notes.length > 0 && notes.length !== files.length)
    throw new AppError("projects.photo-notes", "invalid", { notes: notes.length, files: files.length });
  const prepared: NotedPhoto[] = [];
  for (const [place, file] of files.entries()) {
    const note = notes[place] ?? { caption: "" };
    if ((note.longitude === undefined) !== (note.latitude === undefined)) throw new AppError("projects.place-incomplete", "invalid");
    requireTaken(file.name, note, now);
    prepared.push({ ...(await preparePhoto(file)), note });
  }
  return prepared;
}

/** Clocks of telephones stand in other time zones; a day more and nobody can have taken it. */
function requireTaken(name: string, { takenAt }: PhotoNote, now: Instant): void {
  if (takenAt === undefined || takenAt === null || Date.parse(takenAt) <= Date.parse(now) + DAY_MS) return;
  throw new AppError("projects.photo-day", "invalid", {
    name,
    taken: localDateOf(takenAt),
    today: localDateOf(now),
  });
}

export async function keepPhotos(
  { tx, store, today, actor }: OperationContext,
  of: { readonly projectId: string; readonly reportId: string },
  photos: readonly NotedPhoto[],
): Promise<void> {
  for (const { picture, thumb, note } of photos) {
    const kept = await keepFile(tx, store, picture, { maxBytes: MOST_BYTES });
    const small = await keepFile(tx, store, thumb, { maxBytes: MOST_BYTES });
    await tx
      .insertInto("project_photo")
      .values({
        zone_id: actor.zoneId,
        id: v7(),
        project_id: of.projectId,
        report_id: of.reportId,
        file_hash: kept.hash,
        thumb_hash: small.hash,
        caption: note.caption,
        taken_at: note.takenAt ?? null,
        longitude: note.longitude?.toFixed(6) ?? null,
        latitude: note.latitude?.toFixed(6) ?? null,
        recorded_on: today,
        by: actor.id,
        by_name: actor.name,
      })
      .execute();
  }
}
