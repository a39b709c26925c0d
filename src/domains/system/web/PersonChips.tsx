import type { PersonRow } from "#domains/system/contract/system-operations.ts";
import { peopleTexts as texts } from "#domains/system/web/people-texts.ts";
import { useWords } from "#ui/language.tsx";
import { StateChip } from "#ui/StateChip.tsx";
import { useTimes } from "#ui/use-times.ts";

/** What stands out about an account, in words. */
export function PersonChips({ person }: { readonly person: PersonRow }) {
  const { say } = useWords();
  const { moment } = useTimes();
  const { account, leftAt } = person;
  return (
    <span className="actions">
      {leftAt === null ? null : <StateChip tone="muted">{say(texts.leftOn, { time: moment(leftAt) })}</StateChip>}
      {account.invited ? <StateChip tone="muted">{say(texts.invitedChip)}</StateChip> : null}
      {account.secondFactor === "on" ? <StateChip tone="done">{say(texts.factorOn)}</StateChip> : null}
      {account.secondFactor === "required" ? <StateChip tone="alert">{say(texts.factorRequired)}</StateChip> : null}
      {account.secondFactor === "published" ? <StateChip>{say(texts.factorPublished)}</StateChip> : null}
      {account.mustChange ? <StateChip tone="alert">{say(texts.mustChange)}</StateChip> : null}
      {account.singleSignOn ? <StateChip>{say(texts.singleSignOn)}</StateChip> : null}
    </span>
  );
}
