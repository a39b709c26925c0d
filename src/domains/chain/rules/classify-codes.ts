/** `110102` → `110100`, `110000`: in codes of digits by twos the levels above end in zeros. Other codes have none. */
export function ancestorsOf(code: string): readonly string[] {
  if (!/^(\d\d){2,}$/.test(code)) return [];
  const own = code.replace(/(00)+$/, "");
  const length = own.length + (own.length % 2);
  return Array.from({ length: length / 2 - 1 }, (_, level) => code.slice(0, length - 2 * (level + 1)).padEnd(code.length, "0"));
}
