import { simplified } from "#domains/registry/rules/simplify.ts";

const ONLY_HAN = /^[\u4e00-\u9fff]+$/;
const HAN = /[\u3400-\u9fff]/;
const BRACKETS: Readonly<Record<string, string>> = {
  "(": "（",
  ")": "）",
  "[": "（",
  "]": "）",
  "【": "（",
  "】": "）",
  "〔": "（",
  "〕": "）",
};

/**
 * A name as it is shown: half-width letters and digits, brackets as registered names have them, no spaces beside Chinese characters.
 * Source of the forms: 企业名称登记管理规定 (2020), art. 8 to 11.
 */
export function tidyName(written: string): string {
  if (ONLY_HAN.test(written)) return written;
  const plain = written
    .normalize("NFKC")
    .replace(/[\p{Cc}\p{Cf}]/gu, "")
    .replace(/\s+/g, " ")
    .trim();
  if (!HAN.test(plain)) return plain;
  return plain
    .replace(/ ?([\u3400-\u9fff（）]) ?/g, "$1")
    .replace(/[()[\]【】〔〕]/g, (bracket) => BRACKETS[bracket] ?? bracket)
    .replace(/ ?([（）]) ?/g, "$1");
}

/** What two spellings of one name differ by: brackets, points, spaces, case, traditional characters. */
const BETWEEN = /[\s（）()·•・.,，。、'’"“”\-—–_&＆/]/g;

/**
 * Two names of one key are one name: 有限责任公司 is 有限公司, 股份有限公司 is 股份公司 (公司法 art. 7 lets either be written).
 * A company that became a 股份公司 has another name; that is a matter for duplicates, not for the key.
 */
export function nameKey(name: string): string {
  const plain = simplified(ONLY_HAN.test(name) ? name : tidyName(name).toLowerCase().replace(BETWEEN, ""));
  if (plain.endsWith("有限责任公司")) return `${plain.slice(0, -6)}有限公司`;
  return plain.endsWith("股份有限公司") ? `${plain.slice(0, -6)}股份公司` : plain;
}

const LEGAL_FORM =
  /(?:(?:集团|控股)?(?:股份公司|有限公司|有限责任公司|股份有限公司|总公司|公司)|有限合伙|普通合伙|合伙企业(?:有限合伙|普通合伙)?|专业合作社|合作社|coltd|inc|ltd|llc|gmbh|corporation|corp|company)$/;

/** The key without its legal form: what the enterprise is called. A name that is nothing but a legal form stays. */
export function coreName(key: string): string {
  const core = key.replace(LEGAL_FORM, "");
  return core.length >= 2 ? core : key;
}
