import { Steps } from "antd";
import { stateWords } from "#domains/economy/contract/card-words.ts";
import type { ReportCardState } from "#domains/economy/contract/report-card.ts";
import { useWords } from "#ui/language.tsx";

const WAY: readonly ReportCardState[] = ["DRAFT", "CHECKED", "APPROVED"];

/** How far the card is on its way to the public. */
export function CardSteps({ state, edition }: { readonly state: ReportCardState; readonly edition: number }) {
  const { say } = useWords();
  const last: ReportCardState = state === "WITHDRAWN" ? "WITHDRAWN" : edition > 1 ? "REVISED" : "PUBLISHED";
  const way = [...WAY, last];
  const place = way.indexOf(state);
  return (
    <Steps
      className="card-steps"
      size="small"
      responsive={false}
      current={place}
      items={way.map((step, index) => ({
        title: say(stateWords[step]),
        status: index < place || (index === place && place === way.length - 1) ? "finish" : index === place ? "process" : "wait",
      }))}
    />
  );
}
