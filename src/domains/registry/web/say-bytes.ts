const UNITS = ["B", "KB", "MB", "GB"] as const;
const STEP = 1024;

/** A size of a file in the largest unit that it fills. */
export function sayBytes(bytes: number): string {
  let size = bytes;
  let place = 0;
  while (size >= STEP && place < UNITS.length - 1) {
    size /= STEP;
    place += 1;
  }
  return `${place === 0 || size >= 100 ? Math.round(size) : size.toFixed(1)} ${UNITS[place]}`;
}
