import type { SupervisionView } from "#domains/projects/contract/supervision-operations.ts";
import { supervisionTexts } from "#domains/projects/web/supervision/supervision-texts.ts";
import { useWords } from "#ui/language.tsx";
import { StateChip } from "#ui/StateChip.tsx";
import { useViewer } from "#ui/viewer.tsx";

/** The day that runs, how late it is, and whether it is certain. Nothing runs once it is answered. */
export function SupervisionClock({ item }: { readonly item: SupervisionView }) {
  const { say } = useWords();
  const { today } = useViewer();
  const awaited = item.state === "OPEN" ? item.issueBy : item.state === "ISSUED" ? item.dueOn : null;
  if (awaited === null)
    return (
      <span className="quiet">
        {item.state === "ISSUED" ? say(item.kind === "reminder" ? supervisionTexts.noReply : supervisionTexts.noDue) : "–"}
      </span>
    );
  return (
    <span className="reply-clock">
      {say(item.state === "OPEN" ? supervisionTexts.issueBy : supervisionTexts.replyBy, { day: awaited })}
      {item.daysLate > 0 ? (
        <StateChip tone="alert">{say(supervisionTexts.daysLate, { days: item.daysLate })}</StateChip>
      ) : awaited === today ? (
        <StateChip tone="active">{say(supervisionTexts.dueToday)}</StateChip>
      ) : null}
      {item.dueProvisional ? (
        <span title={say(supervisionTexts.provisionalHint)}>
          <StateChip tone="muted">{say(supervisionTexts.provisional)}</StateChip>
        </span>
      ) : null}
    </span>
  );
}
