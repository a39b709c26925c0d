import { decodeHeic } from "#domains/projects/server/photos/decode-heic.ts";
import { AppError } from "#kernel/app-error.ts";
import type { UploadedFile } from "#kernel/server/operation-context.ts";
import { sniffType } from "#kernel/server/sniff-type.ts";

export type PreparedPhoto = { readonly picture: Uint8Array; readonly thumb: Uint8Array };

/** What site cameras and phones write. HEIC is what iPhones write by default. */
const READ_DIRECTLY = ["image/jpeg", "image/png", "image/webp"];
const HEIC = ["image/heic", "image/heif", "image/heic-sequence", "image/heif-sequence"];
/** The largest phone cameras take 200 megapixels; a HEIC picture is unpacked whole, the others in strips. */
const MOST_PIXELS = { direct: 210_000_000, heic: 60_000_000 } as const;
const LONGEST_EDGE = 3200;
const THUMB_EDGE = 320;
const MILLION = 1_000_000;

/**
 * A picture as it is kept: upright, JPEG, of bounded size, and without anything that the camera wrote into it. Where and when it was taken
 * is said beside it, where the sender left it in.
 * @throws AppError `projects.photo-type`, `projects.photo-pixels`, `projects.photo-damaged`, each with the file's name.
 */
export async function preparePhoto(file: UploadedFile): Promise<PreparedPhoto> {
  const mime = await sniffType(file.bytes);
  if (!READ_DIRECTLY.includes(mime) && !HEIC.includes(mime)) throw new AppError("projects.photo-type", "invalid", { name: file.name });
  try {
    const open = HEIC.includes(mime) ? await openHeic(file) : await openDirectly(file);
    const picture = await open()
      .resize({ width: LONGEST_EDGE, height: LONGEST_EDGE, fit: "inside", withoutEnlargement: true })
      .flatten({ background: "#fff" })
      .jpeg({ quality: 82 })
      .toBuffer();
    const { default: sharp } = await import("sharp");
    const thumb = await sharp(picture)
      .resize({ width: THUMB_EDGE, height: THUMB_EDGE, fit: "inside", withoutEnlargement: true })
      .jpeg({ quality: 72 })
      .toBuffer();
    return { picture, thumb };
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError("projects.photo-damaged", "invalid", { name: file.name });
  }
}

async function openDirectly({ name, bytes }: UploadedFile) {
  const { default: sharp } = await import("sharp");
  const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
  requirePixels(name, width * height, MOST_PIXELS.direct);
  return () => sharp(bytes, { limitInputPixels: MOST_PIXELS.direct, failOn: "error" }).autoOrient();
}

async function openHeic({ name, bytes }: UploadedFile) {
  const answer = await decodeHeic({ bytes, mostPixels: MOST_PIXELS.heic });
  if ("tooManyPixels" in answer) throw tooManyPixels(name, answer.tooManyPixels, MOST_PIXELS.heic);
  const { default: sharp } = await import("sharp");
  const { width, height, pixels } = answer;
  return () => sharp(pixels, { raw: { width, height, channels: 4 }, limitInputPixels: MOST_PIXELS.heic });
}

function requirePixels(name: string, pixels: number, most: number): void {
  if (pixels > most) throw tooManyPixels(name, pixels, most);
}

const tooManyPixels = (name: string, pixels: number, most: number): AppError =>
  new AppError("projects.photo-pixels", "too-large", { name, found: Math.ceil(pixels / MILLION), most: most / MILLION });
