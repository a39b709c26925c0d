import type { PhotoNote } from "#domains/projects/contract/investment-operations.ts";
import type { PhotoMarks } from "#domains/projects/rules/photo-marks.ts";

/** A photo that was chosen, with what stands in it and what of that may be sent. */
export type ChosenPhoto = {
  readonly id: string;
  readonly file: File;
  /** Address of the picture within the page; null where the browser cannot show it. */
  readonly preview: string | null;
  readonly marks: PhotoMarks;
  readonly caption: string;
  readonly sendTime: boolean;
  readonly sendPlace: boolean;
};

export const noteOf = ({ caption, marks, sendTime, sendPlace }: ChosenPhoto): PhotoNote => ({
  caption: caption.trim(),
  ...(sendTime && marks.takenAt !== null ? { takenAt: marks.takenAt } : {}),
  ...(sendPlace && marks.place !== null ? marks.place : {}),
});
