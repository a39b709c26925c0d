import { z } from "zod";
import { AppError } from "#kernel/app-error.ts";

/** A page mark carries the place of the last item; what is no mark of ours is refused. @throws AppError `registry.cursor` */
export function readMark<Shape extends z.ZodType>(mark: string | undefined, shape: Shape): z.output<Shape> | undefined {
  if (mark === undefined) return undefined;
  try {
    return shape.parse(JSON.parse(Buffer.from(mark, "base64url").toString("utf8")));
  } catch {
    throw new AppError("registry.cursor", "invalid");
  }
}

export const makeMark = (place: unknown): string => Buffer.from(JSON.stringify(place)).toString("base64url");

/** The mark of lists that are walked by their ids alone. */
export const IdMark = z.object({ id: z.uuid() });
