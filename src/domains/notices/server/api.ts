/** The daily look at everybody's work needs to know what each role may do: the apps, which know every domain, give it that. */
export { LOOK_AT_WORK, lookAtWork } from "#domains/notices/server/look-at-work.ts";
