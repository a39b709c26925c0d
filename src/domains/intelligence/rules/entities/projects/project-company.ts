import type { Entities } from "#domains/intelligence/rules/entities/entities.ts";
import { startsName } from "#domains/intelligence/rules/entities/name-boundaries.ts";
import { mentionsWithin } from "#domains/intelligence/rules/entities/organisations/mentions.ts";

const INVESTOR_KINDS = new Set(["company", "university", "institute", "bank", "other"]);

const BY = /(?:由|与|携手|联合)$/;

/** Who builds: the name that the project's name begins with, or "由X投资建设" in the same sentence, or the subject of the clause. */
export function companyOf(entities: Entities, start: number, end: number, sentence: { start: number; end: number }): string | null {
  const { text, cover, organisations } = entities;
  const inside = mentionsWithin(organisations, start, end).find((mention) => mention.start === start && INVESTOR_KINDS.has(mention.kind));
  if (inside && inside.end < end) return inside.name;
  if (startsName(cover, start) && (cover.ends[start] ?? 0) < end) return text.slice(start, cover.ends[start]);
  const companies = mentionsWithin(organisations, sentence.start, sentence.end).filter((mention) => INVESTOR_KINDS.has(mention.kind));
  const by = companies.filter(
    (mention) => BY.test(text.slice(Math.max(0, mention.start - 4), mention.start)) && builds(text, mention.end, sentence.end),
  );
  if (by.length > 0) return by.map((mention) => mention.name).join("、");
  const joined = companies.filter(
    (mention) => mention.end <= start && start - mention.end <= 24 && !text.slice(mention.end, start).includes("、"),
  );
  const subject = joined.at(-1);
  return subject && builds(text, subject.end, start + 1) ? subject.name : null;
}

function builds(text: string, from: number, to: number): boolean {
  return /投资|出资|建设|打造|建成|承建|兴建|实施|新建|扩建|落户|运营|打造|其建/.test(text.slice(from, Math.min(to, from + 40)));
}
