import { isProse, type Line } from "#domains/intelligence/rules/cleaning/line.ts";
import { linkMarker } from "#domains/intelligence/rules/cleaning/noise-words.ts";

const LOOK_AHEAD = 5;

const isKeptProse = (line: Line | undefined): boolean => line !== undefined && line.cut === null && isProse(line.text);

/** Running text that is no teaser: long, or followed by more of it. */
function comesBack(lines: readonly Line[], place: number, bodySeen: boolean): boolean {
  const line = lines[place];
  if (!line || !isKeptProse(line)) return false;
  if (!bodySeen || line.text.length >= 100) return true;
  return lines.slice(place + 1, place + 1 + LOOK_AHEAD).some(isKeptProse);
}

/** The headline and the page line of the text that starts at `prose` stand directly before it. */
function headOf(lines: readonly Line[], after: number, prose: number): number {
  let head = prose;
  while (head - 1 > after && prose - head < 4 && lines[head - 1]?.cut === "credit") head -= 1;
  const title = lines[head - 1];
  const titled = head < prose || (title !== undefined && title.markup.heading > 0);
  if (titled && head - 1 > after && title?.cut === null) head -= 1;
  return head;
}

/** From a marker such as 相关阅读 on, everything is a list of other pages until running text comes back. */
export function cutAfterMarkers(lines: readonly Line[]): void {
  let bodySeen = false;
  for (let place = 0; place < lines.length; place += 1) {
    const marker = lines[place];
    if (isKeptProse(marker)) bodySeen = true;
    if (marker?.cut !== "links" || !linkMarker.test(marker.text)) continue;
    let next = place + 1;
    while (next < lines.length && !comesBack(lines, next, bodySeen)) next += 1;
    const end = next < lines.length ? headOf(lines, place, next) : next;
    for (const line of lines.slice(place + 1, end)) line.cut ??= "links";
    place = next - 1;
  }
}
