import { expect, test } from "vitest";
import { LeadStage } from "#domains/promotion/contract/lead.ts";
import { promotionErrorTexts } from "#domains/promotion/contract/lead-texts.ts";
import { leadMoves } from "#domains/promotion/rules/lead-lifecycle.ts";
import { sentenceOf } from "#kernel/error-sentence.ts";

test.each(LeadStage.options)("在%s阶段不能走的每一步都说得出一句话，两种语言", (stage) => {
  const closed = Object.values(leadMoves).filter(({ from }) => !(from as readonly string[]).includes(stage));
  expect(closed.length).toBeGreaterThan(0);
  for (const language of ["zh", "en"] as const) {
    const code = `promotion.refused.wrong-state:${stage}`;
    const sentence = sentenceOf({ code, params: {} }, promotionErrorTexts, language);
    expect(sentence).not.toBe(code);
    expect(/\p{Script=Han}/u.test(sentence)).toBe(language === "zh");
  }
});
