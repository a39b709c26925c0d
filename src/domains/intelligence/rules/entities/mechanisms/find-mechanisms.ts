import type { MechanismFinding } from "#domains/intelligence/contract/extraction.ts";
import { evidenceOf } from "#domains/intelligence/rules/entities/evidence-of.ts";
import { mechanisms } from "#domains/intelligence/rules/entities/mechanisms/mechanism-lexicon.ts";
import { firstCharacters } from "#domains/intelligence/rules/entities/scan.ts";
import { PairSet } from "#domains/intelligence/rules/patterns/unit-set.ts";
import type { ReadArticle, ReadDocument } from "#domains/intelligence/rules/reading.ts";

type Form = { readonly form: string; readonly name: string };
type Place = { readonly start: number; readonly end: number; readonly name: string; readonly rule: string; readonly confidence: number };

function buildIndex(): ReadonlyMap<string, readonly Form[]> {
  const built = new Map<string, Form[]>();
  for (const forms of mechanisms) {
    const name = forms[0] ?? "";
    for (const form of forms) {
      const list = built.get(form[0] ?? "");
      if (list) list.push({ form, name });
      else built.set(form[0] ?? "", [{ form, name }]);
    }
  }
  for (const list of built.values()) list.sort((left, right) => right.form.length - left.form.length);
  return built;
}

const index = buildIndex();
const first = firstCharacters(index.keys());
const QUOTES = new Set("“”‘’\"'");
/** The first two characters of the forms; a quotation mark may stand for the second. */
const pairs = new PairSet();
for (const [start, forms] of index)
  for (const second of [...QUOTES, ...forms.map(({ form }) => form.slice(1))]) pairs.add(start.charCodeAt(0), second.charCodeAt(0));

/** Where the form ends that starts at `at`, quotation marks inside passed over; -1 when it does not stand there. */
function endOf(text: string, at: number, form: string): number {
  let place = at;
  for (const character of form) {
    while (place > at && QUOTES.has(text[place] ?? "")) place += 1;
    if (text[place] !== character) return -1;
    place += 1;
  }
  return place;
}

function findKnown(text: string): Place[] {
  const found: Place[] = [];
  for (let at = 0; at < text.length - 1; at += 1) {
    if (first[text.charCodeAt(at)] !== 1 || !pairs.mayHave(text.charCodeAt(at), text.charCodeAt(at + 1))) continue;
    const second = text[at + 1] ?? "";
    for (const { form, name } of index.get(text[at] ?? "") ?? []) {
      if (second !== form[1] && !QUOTES.has(second)) continue;
      const end = endOf(text, at, form);
      if (end < 0) continue;
      found.push({ start: at, end, name, rule: "known-mechanism", confidence: 0.85 });
      at = end - 1;
      break;
    }
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
  const taken = new Uint8Array(text.length + 1);
  for (const place of known) taken.fill(1, place.start, place.end);
  const quoted = findQuoted(text).filter((place) => !taken.subarray(place.start, place.end).includes(1));
  const findings = new Map<string, MechanismFinding>();
  for (const place of [...known, ...quoted].sort((left, right) => left.start - right.start)) {
    if (findings.has(place.name)) continue;
    findings.set(place.name, { name: place.name, ...evidenceOf(article, document, place.start, place.end, place.confidence, place.rule) });
  }
  return [...findings.values()];
}
