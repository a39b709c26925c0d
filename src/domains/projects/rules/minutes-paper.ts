import { agendaChangeWords, type MinutesContent, type MinutesState } from "#domains/projects/contract/dispatch.ts";
import { minutesWords as words } from "#domains/projects/contract/minutes-words.ts";
import { type LocalDate, sayDate } from "#kernel/local-date.ts";
import { type Language, say } from "#kernel/texts.ts";

export type MinutesEdition = {
  readonly content: MinutesContent;
  readonly edition: number;
  readonly state: MinutesState;
  readonly writtenOn: LocalDate;
  readonly reviewedBy: string | null;
  readonly reviewedOn: LocalDate | null;
};

type Line = { readonly label: string; readonly text: string };

/** The minutes as they are printed, in one language; Word and PDF set the same. */
export type MinutesPaper = {
  readonly language: Language;
  readonly title: string;
  readonly number: string;
  readonly status: string;
  readonly head: readonly Line[];
  readonly opening: string;
  readonly items: readonly {
    readonly heading: string;
    readonly cause: Line;
    readonly discussion: Line | null;
    readonly resolved: string;
    readonly resolutions: readonly string[];
  }[];
  readonly notTaken: { readonly heading: string; readonly lines: readonly string[] } | null;
  readonly leftOut: { readonly heading: string; readonly lines: readonly string[] } | null;
  readonly list: { readonly heading: string; readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] } | null;
  readonly remarks: Line | null;
  readonly signed: readonly string[];
  readonly page: string;
  readonly file: string;
};

const DIGITS = "〇一二三四五六七八九";
const TEN = 10;

/** 一、二 … 九十九: how official papers number their headings. */
export function chineseOrdinal(number: number): string {
  const [tens, ones] = [Math.floor(number / TEN), number % TEN];
  const last = ones === 0 ? "" : (DIGITS[ones] ?? "");
  return tens === 0 ? last : `${tens === 1 ? "" : (DIGITS[tens] ?? "")}十${last}`;
}

const wasTaken = (item: MinutesContent["items"][number]): boolean =>
  item.change === "keep" && (item.notes !== "" || item.resolutions.length > 0);

export function printMinutes(minutes: MinutesEdition, language: Language): MinutesPaper {
  const { content, edition, state } = minutes;
  const comma = language === "zh" ? "、" : ", ";
  const params = { zone: content.zone[language], year: content.year, number: content.number, edition };
  const rest = (count: number): string => say(words.more, language, { count });
  const taken = content.items.filter(wasTaken);
  const waiting = content.items.filter((item) => item.change === "keep" && !wasTaken(item));
  const out = content.items.filter((item) => item.change !== "keep");
  const resolutions = taken.flatMap((item) => item.resolutions).sort((one, other) => one.number - other.number);
  const status = [
    say(words.edition, language, params),
    ...(state === "APPROVED" ? [] : [words[state === "WRITTEN" ? "draft" : "returned"][language]]),
  ];
  return {
    language,
    title: say(words.title, language, params),
    number: say(words.number, language, params),
    status: status.join(language === "zh" ? "　" : " · "),
    head: [
      { label: words.time[language], text: `${sayDate(content.heldOn, language)} ${content.startsAt}` },
      {
        label: words.place[language],
        text: content.mode === "online" ? say(words.online, language, { place: content.place }) : content.place,
      },
      { label: words.chair[language], text: content.chair },
      ...attendanceLines(content, language, comma),
    ],
    opening: say(words.opening, language, { count: taken.length, resolutions: resolutions.length }),
    items: taken.map((item, place) => ({
      heading: `${language === "zh" ? `${chineseOrdinal(place + 1)}、` : `${place + 1}. `}${titleOf(item)}`,
      cause: { label: words.cause[language], text: item.reason[language] },
      discussion: item.notes === "" ? null : { label: words.discussion[language], text: item.notes },
      resolved: words.resolved[language],
      resolutions: item.resolutions.map(
        (one, at) =>
          `${language === "zh" ? `（${chineseOrdinal(at + 1)}）` : `(${at + 1}) `}${say(words.resolution, language, {
            text: one.text,
            owner: one.owner,
            department: one.department === null ? "" : say(words.department, language, { department: one.department }),
            due: sayDate(one.dueOn, language),
          })}`,
      ),
    })),
    notTaken: listed(words.notTaken[language], waiting, titleOf, rest),
    leftOut: listed(
      words.leftOut[language],
      out,
      (item) =>
        `${titleOf(item)}${language === "zh" ? "：" : ": "}${agendaChangeWords[item.change][language]}${language === "zh" ? "，" : ", "}${item.changeReason ?? ""}`,
      rest,
    ),
    list:
      resolutions.length === 0
        ? null
        : {
            heading: words.list[language],
            columns: [words.no, words.matter, words.owner, words.unit, words.due].map((word) => word[language]),
            rows: resolutions.map((one) => [String(one.number), one.text, one.owner, one.department ?? "–", one.dueOn]),
          },
    remarks: content.remarks === "" ? null : { label: words.remarks[language], text: content.remarks },
    signed: [
      signature(words.writer[language], content.writtenBy, minutes.writtenOn, language),
      ...(state === "APPROVED" && minutes.reviewedBy !== null && minutes.reviewedOn !== null
        ? [signature(words.reviewer[language], minutes.reviewedBy, minutes.reviewedOn, language)]
        : []),
    ],
    page: words.page[language],
    file: say(words.file, language, params).replace(/[\\/:*?"<>|\p{Cc}]/gu, "_"),
  };
}

const signature = (word: string, name: string, on: LocalDate, language: Language): string =>
  `${word}${language === "zh" ? "：" : ": "}${name}${language === "zh" ? "　" : ", "}${sayDate(on, language)}`;

/** A resolution or an issue carries its own name; the project stands in front where it is another one. */
const titleOf = ({ title, project }: MinutesContent["items"][number]): string =>
  project === null || project === title ? title : `${project}：${title}`;

/** More than a page of what was not spoken about nobody reads; the agenda itself is kept with the meeting. */
const MOST_LISTED = 20;

const listed = <Item>(heading: string, items: readonly Item[], line: (item: Item) => string, rest: (count: number) => string) =>
  items.length === 0
    ? null
    : {
        heading,
        lines: [...items.slice(0, MOST_LISTED).map(line), ...(items.length > MOST_LISTED ? [rest(items.length - MOST_LISTED)] : [])],
      };

function attendanceLines({ attendance }: MinutesContent, language: Language, comma: string): readonly Line[] {
  const named = (line: (typeof attendance)[number]): string => {
    const params = { name: line.name, other: line.representedBy ?? "", reason: line.reason ?? "" };
    if (line.status === "REPRESENTED") return say(words.byWhom, language, params);
    return line.status === "ABSENT" ? say(words.because, language, params) : line.name;
  };
  const groups = [
    [words.present, attendance.filter((one) => one.status === "PRESENT" && one.capacity !== "guest" && one.capacity !== "chair")],
    [words.guests, attendance.filter((one) => one.status === "PRESENT" && one.capacity === "guest")],
    [words.represented, attendance.filter((one) => one.status === "REPRESENTED")],
    [words.absent, attendance.filter((one) => one.status === "ABSENT")],
  ] as const;
  return groups.flatMap(([word, people]) => (people.length === 0 ? [] : [{ label: word[language], text: people.map(named).join(comma) }]));
}
