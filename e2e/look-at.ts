import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { SAMPLE_DEPARTMENTS, SAMPLE_PEOPLE } from "../sample/zone.ts";

/** Serious and critical findings, named by rule and place, so that the message says what to mend. */
export async function barriersOn(page: Page): Promise<string[]> {
  // There are no frames here; the plain mode looks at the page itself and opens no second one.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")}: ${failureSummary}`));
}

/** What pushes the page sideways. */
export const overflowOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    return [...document.querySelectorAll("body *")]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
      .slice(0, 5)
      .map((element) => `wider than the screen: ${element.tagName} ${element.className} ${element.textContent?.slice(0, 40)}`);
  });

/**
 * Titles, quotes, regions and units come from documents and stay in their language. The rest is ours: headings, labels,
 * buttons, column heads, hints and states.
 */
const OURS = [
  ".page-state",
  ".page-action",
  ".shell-nav",
  ".shell-banner",
  ".notice",
  "th",
  "label:not(.check)",
  ".button-link",
  ".ant-btn",
  "dt",
  ".section-head h2",
  ".hint",
  ".chip",
  ".table-foot",
  ".state-view",
  "caption",
  "summary",
].join(", ");

const NAMES = [...SAMPLE_PEOPLE.map(({ name }) => name), ...SAMPLE_DEPARTMENTS.map(([name]) => name)].sort(
  (left, right) => right.length - left.length,
);

/** What an English page still says in Chinese, names of people and departments apart. */
export async function chineseLeftOn(page: Page): Promise<string[]> {
  const texts = await page.locator(OURS).allInnerTexts();
  const said = texts.map((text) => NAMES.reduce((rest, name) => rest.replaceAll(name, ""), text).replaceAll("中文", ""));
  return [...new Set(said.filter((text) => /\p{Script=Han}/u.test(text)))];
}
