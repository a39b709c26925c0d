import { parentPort, workerData } from "node:worker_threads";
import decode from "heic-decode";

export type HeicTask = { readonly bytes: Uint8Array; readonly mostPixels: number };
export type HeicAnswer =
  | { readonly width: number; readonly height: number; readonly pixels: Uint8ClampedArray<ArrayBuffer> }
  | { readonly tooManyPixels: number };

/** The size is known before anything is unpacked. */
const { bytes, mostPixels } = workerData as HeicTask;
const images = await decode.all({ buffer: bytes });
const [image] = images;
if (image === undefined) throw new Error("no image in the file");
if (image.width * image.height > mostPixels) answer({ tooManyPixels: image.width * image.height });
else {
  const { width, height, data } = await image.decode();
  answer({ width, height, pixels: data });
}
images.dispose();

function answer(reply: HeicAnswer): void {
  parentPort?.postMessage(reply, "pixels" in reply ? [reply.pixels.buffer] : []);
}
