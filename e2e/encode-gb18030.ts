/** The platform decodes GB18030 but does not write it: the table of two-byte codes, read backwards. Enough for everyday Chinese text. */
export function encodeGb18030(text: string): Buffer {
  const decoder = new TextDecoder("gb18030");
  const codes = new Map<string, readonly [number, number]>();
  for (let lead = 0xa1; lead <= 0xf7; lead += 1)
    for (let trail = 0xa1; trail <= 0xfe; trail += 1) codes.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
  return Buffer.from(
    [...text].flatMap((character) => {
      const code = character.charCodeAt(0) < 0x80 ? [character.charCodeAt(0)] : codes.get(character);
      if (code === undefined) throw new Error(`no GB18030 code in the table for ${character}`);
      return code;
    }),
  );
}
