import { Button } from "antd";
import { useState } from "react";
import { MOST_AT_ONCE, type SupervisionView } from "#domains/projects/contract/supervision-operations.ts";
import { supervision } from "#domains/projects/web/projects-client.ts";
import { IssueAll } from "#domains/projects/web/supervision/IssueAll.tsx";
import { supervisionTexts } from "#domains/projects/web/supervision/supervision-texts.ts";
import { useWords } from "#ui/language.tsx";
import { useErrorSentence } from "#ui/sentences.tsx";
import { useCommand } from "#ui/use-command.ts";

type Filters = Pick<Parameters<typeof supervision.listSupervision>[0], "kind" | "late" | "mine">;
type SelectionBarProps = {
  /** How many of what is filtered wait for their issue. */
  readonly waiting: number;
  readonly filters: Filters;
  readonly chosen: readonly SupervisionView[];
  readonly onChoose: (items: readonly SupervisionView[]) => void;
};

/** What is selected, all that is filtered or one by one, and the one command for it. */
export function SelectionBar({ waiting, filters, chosen, onChoose }: SelectionBarProps) {
  const { say } = useWords();
  const sentence = useErrorSentence();
  const [issuing, setIssuing] = useState<readonly SupervisionView[]>();
  const all = useCommand(() => waitingOf(filters), [], onChoose);
  if (waiting === 0 && chosen.length === 0 && issuing === undefined) return null;
  return (
    <div className="selection-bar">
      <span>
        {chosen.length === 0
          ? say(supervisionTexts.toIssueHere, { count: waiting })
          : say(supervisionTexts.selected, { count: chosen.length })}
      </span>
      <Button size="small" loading={all.isPending} onClick={() => all.mutate(undefined)}>
        {say(supervisionTexts.selectAll)}
      </Button>
      {chosen.length === 0 ? null : (
        <>
          <Button size="small" onClick={() => onChoose([])}>
            {say(supervisionTexts.selectNone)}
          </Button>
          <Button size="small" type="primary" onClick={() => setIssuing(chosen)}>
            {say(supervisionTexts.issueAll)}
          </Button>
        </>
      )}
      {all.error ? (
        <span className="problems" role="alert">
          {sentence(all.error)}
        </span>
      ) : null}
      {issuing === undefined ? null : (
        <IssueAll
          items={issuing}
          onClose={() => {
            setIssuing(undefined);
            onChoose([]);
          }}
        />
      )}
    </div>
  );
}

/** All that wait for their issue under these filters, as many as one command takes. */
async function waitingOf(filters: Filters): Promise<readonly SupervisionView[]> {
  const found: SupervisionView[] = [];
  let cursor: string | undefined;
  do {
    const page = await supervision.listSupervision({ ...filters, state: "OPEN", limit: 200, ...(cursor === undefined ? {} : { cursor }) });
    found.push(...page.items.filter((item) => item.abilities["issue"]?.allowed));
    cursor = page.next ?? undefined;
  } while (cursor !== undefined && found.length < MOST_AT_ONCE);
  return found.slice(0, MOST_AT_ONCE);
}
