/** `34700` → `34,700`; the decimals stay as they were published. */
export function groupDigits(value: string): string {
  const match = /^([+-]?)(\d+)(\.\d+)?$/.exec(value.trim());
  if (!match) return value;
  const [, sign = "", whole = "", rest = ""] = match;
  let grouped = "";
  for (let place = whole.length; place > 0; place -= 3)
    grouped = whole.slice(Math.max(0, place - 3), place) + (grouped === "" ? "" : `,${grouped}`);
  return `${sign === "-" ? "−" : sign}${grouped}${rest}`;
}

/** `4.7` → `+4.7`, `-1.2` → `−1.2`: growth always shows its sign. */
export function signed(value: string): string {
  const grouped = groupDigits(value);
  return /^[\d]/.test(grouped) && !/^0(\.0+)?$/.test(grouped) ? `+${grouped}` : grouped;
}

export const directionOf = (value: string): "up" | "down" | "level" => {
  const text = value.trim();
  if (/^[+-]?0*(\.0*)?$/.test(text)) return "level";
  return text.startsWith("-") || text.startsWith("−") ? "down" : "up";
};

const ENGLISH_UNITS: Readonly<Record<string, string>> = {
  元: "yuan",
  个百分点: "pp",
  户: "entities",
  家: "enterprises",
  家次: "visits",
  个: "items",
  项: "items",
  件: "items",
  人: "people",
  人次: "person-times",
  亩: "mu",
  平方米: "m²",
  吨: "t",
  台: "sets",
  天: "days",
  次: "times",
  名: "people",
  位: "people",
  所: "institutions",
};

/** Units of ten thousand and a hundred million are turned into figures that an English reader can read: 881.7亿元 → 88.17 bn yuan. */
export function printFigure(value: string, unit: string, language: "zh" | "en"): { readonly number: string; readonly unit: string } {
  if (language === "zh") return { number: groupDigits(value), unit };
  const scale = ENGLISH_SCALES[unit];
  if (scale && /^[+-]?\d+(\.\d+)?$/.test(value.trim()))
    return { number: groupDigits(shiftPoint(value.trim(), scale.shift)), unit: scale.unit };
  return { number: groupDigits(value), unit: ENGLISH_UNITS[unit] ?? unit };
}

const ENGLISH_SCALES: Readonly<Record<string, { readonly shift: number; readonly unit: string }>> = {
  亿元: { shift: -1, unit: "bn yuan" },
  万亿元: { shift: 0, unit: "tn yuan" },
  万元: { shift: 4, unit: "yuan" },
  亿美元: { shift: -1, unit: "bn USD" },
  万美元: { shift: 4, unit: "USD" },
  万人: { shift: 4, unit: "people" },
  万户: { shift: 4, unit: "entities" },
  万平方米: { shift: 4, unit: "m²" },
  万吨: { shift: 4, unit: "t" },
};

/** Moves the decimal point of an exact decimal; digits are never rounded. */
export function shiftPoint(value: string, places: number): string {
  const negative = value.startsWith("-");
  const [whole = "0", fraction = ""] = value.replace(/^[+-]/, "").split(".");
  const digits = whole + fraction;
  const point = whole.length + places;
  const padded = point <= 0 ? "0".repeat(1 - point) + digits : digits.padEnd(point, "0");
  const at = point <= 0 ? 1 : point;
  const left = padded.slice(0, at).replace(/^0+(?=\d)/, "");
  const right = padded.slice(at).replace(places > 0 ? /^$/ : /0+$/, "");
  return `${negative ? "-" : ""}${left}${right === "" ? "" : `.${right}`}`;
}
