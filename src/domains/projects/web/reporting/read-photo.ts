import type { PhotoMarks } from "#domains/projects/rules/photo-marks.ts";
import { readPhotoMarks } from "#domains/projects/rules/photo-marks.ts";

const NOTHING: PhotoMarks = { takenAt: null, place: null };

/** What the camera wrote into a picture of when and where; read here, on the person's own device, before anything is sent. */
export async function readMarks(file: File): Promise<PhotoMarks> {
  const { default: reader } = await import("exifreader");
  try {
    const { exif, gps } = reader.load(await file.arrayBuffer(), {
      expanded: true,
      includeTags: { exif: ["DateTimeOriginal", "OffsetTimeOriginal"], gps: true },
    });
    return readPhotoMarks({
      taken: textOf(exif?.DateTimeOriginal?.value),
      offset: textOf(exif?.OffsetTimeOriginal?.value),
      longitude: gps?.Longitude,
      latitude: gps?.Latitude,
    });
  } catch {
    // A picture without marks is a picture all the same; whether it is one at all the server says.
    return NOTHING;
  }
}

const textOf = (value: unknown): string | undefined => {
  const [first] = Array.isArray(value) ? value : [value];
  return typeof first === "string" ? first : undefined;
};

const LARGE_BYTES = 1_500_000;
const LONGEST_EDGE = 2560;
const QUALITY = 0.85;

/**
 * Site networks are slow: a large picture is made smaller before it is sent, which also leaves its marks behind. One that the browser
 * cannot open, such as HEIC on most phones but Apple's, goes as it is and is made smaller by the server.
 */
export async function shrinkPhoto(file: File): Promise<File> {
  if (file.size <= LARGE_BYTES) return file;
  const picture = await createImageBitmap(file, { imageOrientation: "from-image" }).catch(() => undefined);
  if (picture === undefined) return file;
  const scale = Math.min(1, LONGEST_EDGE / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const small = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/jpeg", QUALITY));
  return small === null || small.size >= file.size
    ? file
    : new File([small], `${file.name.replace(/\.\w+$/, "")}.jpg`, { type: "image/jpeg", lastModified: file.lastModified });
}
