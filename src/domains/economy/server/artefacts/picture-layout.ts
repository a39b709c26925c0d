/** Elements for satori as plain objects: the server knows no JSX. Every box with children is a flex box. */
export type Element = { readonly type: string; readonly props: Readonly<Record<string, unknown>> };
export type Style = Readonly<Record<string, string | number>>;
export type Child = Element | string;

export const box = (style: Style, ...children: readonly (Child | null)[]): Element => ({
  type: "div",
  props: { style: { display: "flex", ...style }, children: children.filter((child) => child !== null && child !== "") },
});

export const row = (style: Style, ...children: readonly (Child | null)[]): Element => box({ flexDirection: "row", ...style }, ...children);
export const column = (style: Style, ...children: readonly (Child | null)[]): Element =>
  box({ flexDirection: "column", ...style }, ...children);

/** A line of text; empty words take no room. */
export const words = (text: string, style: Style): Element | null => (text === "" ? null : box(style, text));

export const INK = "#1f4e8c";
export const PALE = "#eef3f9";
export const TEXT = "#1c2127";
export const GREY = "#5f6670";
export const RULE = "#d5dae1";
