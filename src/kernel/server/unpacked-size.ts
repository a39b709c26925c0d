const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const MOST_ENTRIES = 2000;

/** How large a ZIP says that it is when unpacked, read from its directory without unpacking; undefined for a file that is none. */
export const unpackedSize = (bytes: Uint8Array): number | undefined => unpackedSizeOf(bytes, 0);

/** The same from the end of a file, which begins `from` bytes behind its beginning: the directory must lie in it whole. */
export function unpackedSizeOf(bytes: Uint8Array, from: number): number | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === undefined) return undefined;
  const entries = view.getUint16(end + 10, true);
  let place = view.getUint32(end + 16, true) - from;
  if (place < 0 || entries === 0 || entries > MOST_ENTRIES) return undefined;
  let total = 0;
  for (let entry = 0; entry < entries; entry += 1) {
    if (place + 46 > view.byteLength || view.getUint32(place, true) !== DIRECTORY_ENTRY) return undefined;
    total += view.getUint32(place + 24, true);
    place += 46 + view.getUint16(place + 28, true) + view.getUint16(place + 30, true) + view.getUint16(place + 32, true);
  }
  return total;
}

/** The record stands at the very end, behind it at most a comment. */
function findEnd(view: DataView): number | undefined {
  const first = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let place = view.byteLength - 22; place >= first; place -= 1) {
    if (view.getUint32(place, true) === END_OF_DIRECTORY) return place;
  }
  return undefined;
}
