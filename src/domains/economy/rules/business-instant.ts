import { addDays, daysBetween, type Instant, type LocalDate, localDateOf } from "#kernel/local-date.ts";

/**
 * The instant at which something happens in a zone that lives on a day of its own: that day, at the time of day of the wall clock.
 * Where the zone lives today it is the wall clock itself. Never before `notBefore`, so that what follows in the world follows in the record.
 */
export function businessInstant(now: Instant, today: LocalDate, notBefore: string | null = null): Instant {
  const days = daysBetween(localDateOf(now), today);
  const [day, time] = [now.slice(0, 10) as LocalDate, now.slice(10)];
  const at = `${addDays(day, days)}${time}` as Instant;
  return notBefore !== null && notBefore > at ? (notBefore as Instant) : at;
}
