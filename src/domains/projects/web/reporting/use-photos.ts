import { useEffect, useRef, useState } from "react";
import { investmentOperations, MOST_PHOTOS } from "#domains/projects/contract/investment-operations.ts";
import type { ChosenPhoto } from "#domains/projects/web/reporting/chosen-photo.ts";
import { readMarks, shrinkPhoto } from "#domains/projects/web/reporting/read-photo.ts";
import { reportTexts } from "#domains/projects/web/reporting/report-texts.ts";
import { useWords } from "#ui/language.tsx";

export const { maxBytes: MOST_BYTES } = investmentOperations.reportMonth.upload;
export const MOST_MEGABYTES = MOST_BYTES / 1_048_576;
const PHOTO = /\.(jpe?g|png|webp|hei[cf])$/i;
const isHeic = (file: File): boolean => /\.hei[cf]$/i.test(file.name) || /^image\/hei[cf]/.test(file.type);
const isPhoto = (file: File): boolean => /^image\/(jpeg|png|webp|hei[cf])/.test(file.type) || PHOTO.test(file.name);

/** The chosen photos; each bad one is left out alone, with a sentence that names it. */
export function usePhotos(onChange: (count: number) => void) {
  const { say } = useWords();
  const [photos, setPhotos] = useState<readonly ChosenPhoto[]>([]);
  const [problems, setProblems] = useState<readonly string[]>([]);
  const [reading, setReading] = useState(false);
  const shown = useRef(photos);
  shown.current = photos;
  useEffect(() => () => shown.current.forEach(release), []);

  const set = (next: readonly ChosenPhoto[]) => {
    setPhotos(next);
    onChange(next.length);
  };
  const add = async (files: readonly File[]) => {
    const said = files.flatMap((file) => {
      if (!isPhoto(file)) return [say(reportTexts.photoType, { name: file.name })];
      return file.size > MOST_BYTES ? [say(reportTexts.photoSize, { name: file.name, size: MOST_MEGABYTES })] : [];
    });
    const fitting = files.filter((file) => isPhoto(file) && file.size <= MOST_BYTES);
    const room = MOST_PHOTOS - shown.current.length;
    setProblems(fitting.length > room ? [...said, say(reportTexts.photoMany, { count: MOST_PHOTOS })] : said);
    setReading(true);
    const added = await Promise.all(fitting.slice(0, room).map(openPhoto));
    setReading(false);
    set([...shown.current, ...added]);
  };
  return {
    photos,
    problems,
    reading,
    add,
    change: (id: string, part: Partial<Pick<ChosenPhoto, "caption" | "sendTime" | "sendPlace">>) =>
      set(photos.map((photo) => (photo.id === id ? { ...photo, ...part } : photo))),
    remove: (id: string) => {
      photos.filter((photo) => photo.id === id).forEach(release);
      set(photos.filter((photo) => photo.id !== id));
    },
  };
}

async function openPhoto(file: File): Promise<ChosenPhoto> {
  const marks = await readMarks(file);
  const small = await shrinkPhoto(file);
  const preview = isHeic(small) ? null : URL.createObjectURL(small);
  return { id: crypto.randomUUID(), file: small, preview, marks, caption: "", sendTime: true, sendPlace: true };
}

function release({ preview }: ChosenPhoto): void {
  if (preview !== null) URL.revokeObjectURL(preview);
}
