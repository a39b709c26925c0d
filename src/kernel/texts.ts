/** One sentence or word in both languages of the product. Chinese first; `{name}` stands for a parameter. */
export type Text = { readonly zh: string; readonly en: string };
export type Language = keyof Text;

/** Fills `{name}` placeholders; a parameter that is missing stays visible as `{name}`, so that the gap is seen. */
export function say(text: Text, language: Language, params: Readonly<Record<string, unknown>> = {}): string {
  return text[language].replace(/\{(\w+)\}/g, (whole, name: string) => (name in params ? shown(params[name], language) : whole));
}

function shown(value: unknown, language: Language): string {
  if (Array.isArray(value)) return value.map((item) => shown(item, language)).join(language === "zh" ? "、" : ", ");
  return String(value);
}
