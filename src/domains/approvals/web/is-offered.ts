import type { Decision } from "#kernel/policy.ts";

/** Refusals that say “not here” or “not you”: “next” already names who acts and when, so no button is drawn for them. */
const NOT_HERE =
  /^(wrong-state|missing-permission|other-department|other-enterprise|review-not-open|not-your-review|wrong-package-state|no-authorisation)\b/;

/** A button is drawn when the step may be taken, or is refused for a reason that this person should know. */
export const isOffered = (ability: Decision | undefined): boolean =>
  ability !== undefined && (ability.allowed || !NOT_HERE.test(ability.because));
