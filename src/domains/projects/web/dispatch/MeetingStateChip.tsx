import { type MeetingState, meetingStateWords } from "#domains/projects/contract/dispatch.ts";
import { useWords } from "#ui/language.tsx";
import { StateChip } from "#ui/StateChip.tsx";

const TONES = { PLANNED: "plain", CONVENED: "active", MINUTED: "done", CANCELLED: "muted" } as const;

export function MeetingStateChip({ state }: { readonly state: MeetingState }) {
  const { say } = useWords();
  return <StateChip tone={TONES[state]}>{say(meetingStateWords[state])}</StateChip>;
}
