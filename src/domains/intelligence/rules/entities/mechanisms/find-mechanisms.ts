import type { MechanismFinding } from "#domains/intelligence/contract/extraction.ts";
import { evidenceOf } from "#domains/intelligence/rules/entities/evidence-of.ts";
import { mechanisms } from "#domains/intelligence/rules/entities/mechanisms/mechanism-lexicon.ts";
import type { ReadArticle, ReadDocument } from "#domains/intelligence/rules/reading.ts";

type Form = { readonly form: string; readonly name: string };
type Place = { readonly start: number; readonly end: number; readonly name: string; readonly rule: string; readonly confidence: number };

function buildIndex(): ReadonlyMap<number, readonly Form[]> {
  const index = new Map<number, Form[]>();
  for (const forms of mechanisms) {
    const name = forms[0] ?? "";
    for (const form of forms) {
      const key = form.charCodeAt(0) * 65_536 + form.charCodeAt(1);
      index.set(
        key,
        [...(index.get(key) ?? []), { form, name }].sort((left, right) => right.form.length - left.form.length),
      );
    }
  }
  return index;
}

let index: ReadonlyMap<number, readonly Form[]> | undefined;

const QUOTES = /[“”‘’"']/;

/** The text without quotation marks, and where each character of it stands. */
function withoutQuotes(text: string): { bare: string; places: Int32Array } {
  const places = new Int32Array(text.length + 1);
  const kept: string[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? "";
    if (QUOTES.test(character)) continue;
    places[kept.length] = at;
    kept.push(character);
  }
  places[kept.length] = text.length;
  return { bare: kept.join(""), places };
}

function findKnown(text: string): Place[] {
  index ??= buildIndex();
  const { bare, places } = withoutQuotes(text);
  const found: Place[] = [];
  for (let at = 0; at < bare.length - 1; at += 1) {
    const forms = index.get(bare.charCodeAt(at) * 65_536 + bare.charCodeAt(at + 1));
    const hit = forms?.find((form) => bare.startsWith(form.form, at));
    if (!hit) continue;
    const last = at + hit.form.length - 1;
    found.push({ start: places[at] ?? 0, end: (places[last] ?? 0) + 1, name: hit.name, rule: "known-mechanism", confidence: 0.85 });
    at = last;
  }
  return found;
}

/** "…实行“首席服务官”制度", "“企业开办小时清单制”": a quoted name that is called a way of working. */
const CALLED =
  /“([^“”\n,。;]{3,16})”(?:的)?(?:工作)?(?:机制|模式|制度|工作法|改革|服务模式|审批模式|招商模式|推进机制|联动机制|举措|专班|管理法|做法|服务法|闭环)/g;
const QUOTED_SYSTEM = /“([^“”\n,。;]{2,14}(?:制|机制|工作法|模式|一次办|马上办|直通车|管家|专班|清单))”/g;
const SLOGAN = /^(?:新|大|小|好|快|强|高|数字|绿色|智能)?(?:经济|发展|质量|速度|引擎|动能|模式|样板|新模式|机制|体制|专班|清单)$/;

function findQuoted(text: string): Place[] {
  return [CALLED, QUOTED_SYSTEM].flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const name = match[1] ?? "";
      const start = match.index + 1;
      return SLOGAN.test(name) ? [] : [{ start, end: start + name.length, name, rule: "quoted-way-of-working", confidence: 0.65 }];
    }),
  );
}

/** Named ways of working of an article, each once, in the order of the text. */
export function findMechanisms(article: ReadArticle, document: ReadDocument): MechanismFinding[] {
  const text = article.text.text;
  const known = findKnown(text);
  const quoted = findQuoted(text).filter((place) => !known.some((other) => place.start < other.end && other.start < place.end));
  const findings = new Map<string, MechanismFinding>();
  for (const place of [...known, ...quoted].sort((left, right) => left.start - right.start)) {
    if (findings.has(place.name)) continue;
    findings.set(place.name, { name: place.name, ...evidenceOf(article, document, place.start, place.end, place.confidence, place.rule) });
  }
  return [...findings.values()];
}
