import { EVENT_NOTICES } from "#domains/notices/server/event-notices.ts";
import { tell } from "#domains/notices/server/notice-store.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { EventSubscriber } from "#kernel/server/background.ts";
import { loadCalendar } from "#kernel/server/loaded-calendar.ts";

const concerning = new Set(EVENT_NOTICES.map(({ event }) => event));

/** Whoever an event concerns is told of it, but nobody of what he did himself. Of other events nothing is heard. */
export const noticeSubscribers: Readonly<Record<string, EventSubscriber>> = Object.fromEntries(
  [...concerning].map((kind) => [`notices.tell-people.${kind}`, tellPeople(kind)]),
);

function tellPeople(about: string): EventSubscriber {
  return {
    kind: about,
    handle: async (event, tx) => {
      const payload = (event.payload ?? {}) as Readonly<Record<string, unknown>>;
      const due = EVENT_NOTICES.filter(({ event: kind, when }) => kind === event.kind && (when?.(payload) ?? true));
      if (due.length === 0) return;
      const calendar = await loadCalendar(tx);
      for (const { kind, link, whom } of due)
        for (const told of (await whom(event.zoneId, payload).execute(tx)).rows) {
          if (told.person_id === event.actor.id) continue;
          const notice = {
            kind,
            title: told.title.slice(0, 300),
            titleEn: told.title_en.slice(0, 300),
            about: told.about.slice(0, 200),
            link: link(payload),
            dueOn: told.due_on as LocalDate | null,
            dedup: `${event.kind}|${event.id}`,
          };
          await tell(tx, told.person_id, notice, calendar);
        }
    },
  };
}
