import { NameIndex } from "#domains/intelligence/rules/patterns/name-index.ts";
import divisions from "#domains/intelligence/rules/regions/lexicon/divisions.json" with { type: "json" };
import zones from "#domains/intelligence/rules/regions/lexicon/zones.json" with { type: "json" };

type PlaceLevel = "province" | "city" | "county" | "stem";
type PlaceName = { readonly name: string; readonly level: PlaceLevel /** Without 省, 市, 区, 县 … */; readonly short: boolean };

const LEVELS = ["province", "city", "county"] as const;
/** Official endings, the longest first; an ethnic name before 自治 is part of the ending ("恩施土家族苗族自治州" → "恩施"). */
const ENDING =
  /(?:(?:蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|普米|塔吉克|怒|鄂温克|德昂|保安|裕固|独龙|各|鄂伦春|蒙古尔)族?){0,4}(?:特别行政区|自治区|自治州|自治县|自治旗|地区|林区|矿区|特区|省|市|盟|州|区|县|旗)$/;

/** Names that are ordinary words more often than places when they stand alone. */
const ORDINARY = new Set(["城区", "郊区", "矿区", "白银", "东方", "长治久安", "和平", "新华", "大同"]);

function buildIndex(): NameIndex<PlaceName> {
  const byName = new Map<string, PlaceName>();
  const put = (name: string, level: PlaceLevel, short: boolean) => {
    if (name.length >= 2 && !ORDINARY.has(name) && !byName.has(name)) byName.set(name, { name, level, short });
  };
  for (const level of LEVELS) for (const name of divisions[level].split(" ")) put(name, level, false);
  for (const level of LEVELS) for (const name of divisions[level].split(" ")) put(name.replace(ENDING, ""), level, true);
  for (const stem of zones.stems.split(" ")) put(stem, "stem", true);
  return new NameIndex(byName.values());
}

let index: NameIndex<PlaceName> | undefined;

/** The longest administrative division or zone stem that starts at `place`. */
export function findPlaceAt(text: string, place: number): PlaceName | undefined {
  index ??= buildIndex();
  return index.at(text, place);
}
