import type { Blocking } from "#domains/approvals/contract/case.ts";
import { pausedWorkdays, readCaseClock } from "#domains/approvals/rules/case-clock.ts";
import { type CaseCourse, falsePromises, stateSince } from "#domains/approvals/rules/case-course.ts";
import { allClosed } from "#domains/approvals/rules/review-graph.ts";
import { type LocalDate, sayDate } from "#kernel/local-date.ts";
import { say, type Text } from "#kernel/texts.ts";
import { type WorkCalendar, workdaysBetween } from "#kernel/work-calendar.ts";

type Waiting = { readonly who: Blocking["who"]; readonly names: readonly string[]; readonly since: LocalDate | null; readonly what: Text };

const WHAT = {
  draft: { zh: "填报并提交申请", en: "fill in and submit the application" },
  window: { zh: "受理、一次性告知补正或不予受理", en: "accept it, notice the supplement, or refuse to accept it" },
  supplement: { zh: "按告知书补正材料", en: "answer the supplement notice" },
  review: { zh: "转入审查", en: "begin the review" },
  opinion: { zh: "出具审查意见", en: "give its opinion" },
  decide: { zh: "作出决定", en: "decide" },
  paused: { zh: "“{reason}”结束后恢复计时", en: "let the clock run again after “{reason}”" },
  resume: { zh: "“{reason}”期限已满，恢复计时", en: "let the clock run again: the time for “{reason}” is over" },
  deferred: { zh: "补交容缺材料后方可送达", en: "bring the deferred material; the result is not released before" },
  correct: {
    zh: "整改查明不实的承诺，整改前不准予、不送达",
    en: "put right the promise that was found false; nothing is granted or delivered before",
  },
  deliver: { zh: "送达结果", en: "deliver the result" },
  nobody: { zh: "已办结", en: "closed" },
} as const satisfies Readonly<Record<string, Text>>;

const WORDS = {
  applicant: { zh: "申请人", en: "the applicant" },
  window: { zh: "{department}窗口", en: "the window of {department}" },
  head: { zh: "{department}负责人", en: "the head of {department}" },
} as const satisfies Readonly<Record<string, Text>>;

const SENTENCE: Text = {
  zh: "等{who}{what}：自{since}起，已 {workdays} 个工作日。",
  en: "Waits for {who} to {what}: since {since}, {workdays} working days.",
};

/** On whom an open case waits as of a day, since when, and how many workdays, those of a lawful pause left out: a state's own rule, read from the course. */
export function whoIsBlocking(course: CaseCourse, calendar: WorkCalendar, asOf: LocalDate): Blocking {
  const { who, names, since, what } = waitingOf(course, calendar, asOf);
  if (who === "nobody")
    return { who, name: "", since: null, workdays: 0, sentence: { zh: "已办结，不等任何人。", en: "Closed; it waits for nobody." } };
  const workdays = since === null ? 0 : waitedWorkdays(course, calendar, since, asOf);
  const sentence = (language: "zh" | "en") =>
    say(SENTENCE, language, {
      who: spoken(who, names, language),
      what: what[language],
      since: since === null ? "–" : sayDate(since, language),
      workdays,
    });
  return { who, name: names.join("、"), since, workdays, sentence: { zh: sentence("zh"), en: sentence("en") } };
}

export const waitedWorkdays = (
  course: Pick<CaseCourse, "pauses" | "matter">,
  calendar: WorkCalendar,
  since: LocalDate,
  asOf: LocalDate,
): number => (since < asOf ? workdaysBetween(calendar, since, asOf).count - pausedWorkdays(course, calendar, since, asOf) : 0);

const spoken = (who: Blocking["who"], names: readonly string[], language: "zh" | "en"): string => {
  const department = names.join(language === "zh" ? "、" : ", ");
  return who === "department" || who === "nobody" ? department : say(WORDS[who], language, { department });
};

export function waitingOf(course: CaseCourse, calendar: WorkCalendar, asOf: LocalDate): Waiting {
  const { state, matter, reviews } = course;
  const since = stateSince(course);
  const of = (who: Waiting["who"], what: Text, from = since): Waiting => ({
    who,
    names: [who === "applicant" ? course.enterprise : matter.department],
    since: from,
    what,
  });
  switch (state) {
    case "DRAFT":
      return of("applicant", WHAT.draft, course.draftedOn);
    case "SUBMITTED":
      return of("window", WHAT.window);
    case "SUPPLEMENT":
      return of("applicant", WHAT.supplement);
    case "ACCEPTED":
      return matter.reviews.length > 0 ? of("window", WHAT.review) : decision();
    case "REVIEWING":
      return inReview(course, of);
    case "SUSPENDED": {
      const reason = course.pauses.at(-1)?.reason ?? "";
      const still = readCaseClock(course, calendar, asOf)?.pausedFor != null;
      const words = still ? WHAT.paused : WHAT.resume;
      return of("window", { zh: say(words, "zh", { reason }), en: say(words, "en", { reason }) });
    }
    case "DECIDED": {
      const owed = course.decision === "granted" && course.deferrals.some((deferral) => deferral.state !== "SUPPLIED");
      if (course.decision === "granted" && falsePromises(course).length > 0) return of("applicant", WHAT.correct);
      return owed ? of("applicant", WHAT.deferred) : of("window", WHAT.deliver);
    }
    default:
      return { who: "nobody", names: [], since: null, what: WHAT.nobody };
  }

  function decision(from = since): Waiting {
    return falsePromises(course).length > 0 ? of("applicant", WHAT.correct, from) : of("head", WHAT.decide, from);
  }

  function inReview(_: CaseCourse, make: typeof of): Waiting {
    const open = reviews.filter((review) => review.state === "open");
    if (open.length > 0) {
      const opened = open.flatMap(({ openedOn }) => (openedOn === null ? [] : [openedOn])).sort();
      return {
        who: "department",
        names: [...new Set(open.map(({ department }) => department))],
        since: opened[0] ?? since,
        what: WHAT.opinion,
      };
    }
    const closed = reviews.flatMap(({ closedOn }) => (closedOn === null ? [] : [closedOn])).sort();
    return allClosed(reviews) ? decision(latestOf(since, closed.at(-1))) : make("window", WHAT.review);
  }
}

const latestOf = (one: LocalDate | null, other: LocalDate | undefined): LocalDate | null =>
  other === undefined || (one !== null && one > other) ? one : other;
