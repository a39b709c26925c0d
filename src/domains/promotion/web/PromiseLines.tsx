import { type PromiseLine, promiseMetricWords, promiseStateWords } from "#domains/promotion/contract/promise.ts";
import { promiseTexts as texts } from "#domains/promotion/web/promise-web-texts.ts";
import { usePromiseWords } from "#domains/promotion/web/use-promise-words.ts";
import { type Column, DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";
import { StateChip } from "#ui/StateChip.tsx";

/** Promise against actual, line by line; what is not known is said to be not known. */
export function PromiseLines({ lines }: { readonly lines: readonly PromiseLine[] }) {
  const { say } = useWords();
  const words = usePromiseWords();
  const columns: readonly Column<PromiseLine>[] = [
    {
      key: "metric",
      title: say(texts.metric),
      short: true,
      cell: (line) => `${say(promiseMetricWords[line.metric])}${line.year === null ? "" : ` ${line.year}`}`,
    },
    { key: "promised", title: say(texts.promised), figure: true, cell: words.promised },
    { key: "actual", title: say(texts.actual), figure: true, cell: words.actual },
    {
      key: "pct",
      title: say(texts.pct),
      figure: true,
      cell: (line) =>
        line.pct !== null ? (
          <span>
            {line.pct}
            <span className="unit">%</span>
          </span>
        ) : line.daysLate === null || line.daysLate === 0 ? (
          "–"
        ) : (
          say(line.daysLate > 0 ? texts.daysLate : texts.daysEarly, { days: Math.abs(line.daysLate) })
        ),
    },
    {
      key: "state",
      title: say(texts.stateOf),
      short: true,
      cell: (line) => (
        <span>
          <StateChip tone={toneOf(line)}>{say(promiseStateWords[line.state])}</StateChip>
        </span>
      ),
    },
    {
      key: "from",
      title: say(texts.knownFrom),
      wideOnly: true,
      cell: (line) => (
        <span className="quiet">
          {line.origin === null ? "–" : say(line.origin === "projects" ? texts.fromProjects : texts.byHand, { on: line.knownOn ?? "" })}
        </span>
      ),
    },
  ];
  return <DataTable caption={say(texts.title)} rows={lines} columns={columns} rowKey={(line) => `${line.metric} ${line.year ?? ""}`} />;
}

const toneOf = ({ state }: PromiseLine): "done" | "alert" | "plain" | "muted" =>
  state === "kept" ? "done" : state === "short" || state === "late" ? "alert" : state === "no-data" ? "plain" : "muted";
