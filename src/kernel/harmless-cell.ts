const NUMBER = /^-?\d+(\.\d+)?$/;

/** A spreadsheet runs a cell that begins with = + - @ or a tab; a leading apostrophe makes it text. Plain numbers, negative ones too, stay numbers. */
export function harmless(cell: string): string {
  if (NUMBER.test(cell)) return cell;
  return /^[=+\-@＝＋－＠]/.test(cell.trimStart()) || /^\s/.test(cell) ? `'${cell}` : cell;
}
