import { z } from "zod";

/** Characters that are seen by nobody and turn or hide what stands beside them: zero width, marks of direction, control characters. */
const UNSEEN = /[\p{Cc}\p{Cf}]/gu;

/** A short text that a person reads in a list: what cannot be seen is taken out before its length is looked at. */
export const visibleText = (least: number, most: number) =>
  z
    .string()
    .overwrite((text) => text.replace(UNSEEN, "").trim())
    .min(least)
    .max(most);
