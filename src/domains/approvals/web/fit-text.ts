const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]/;

/** A picture cannot measure its words: a Chinese character is as wide as the type is high, others a little over half of it. */
export function fitText(text: string, width: number, size: number): string {
  let used = 0;
  let kept = 0;
  const room = (until: number) => used <= until;
  for (const character of text) {
    used += WIDE.test(character) ? size : size * 0.56;
    if (!room(width)) break;
    if (room(width - size)) kept += character.length;
  }
  return room(width) ? text : `${text.slice(0, kept)}…`;
}
