import type { z } from "zod";
import { issueLevelWords } from "#domains/projects/contract/dispatch.ts";
import type { IssueView } from "#domains/projects/contract/dispatch-operations.ts";
import { projectAddress } from "#domains/projects/web/dispatch/dispatch-client.ts";
import { issueTexts } from "#domains/projects/web/dispatch/dispatch-web-texts.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { Drawer } from "#ui/Drawer.tsx";
import { useWords } from "#ui/language.tsx";
import { useTimes } from "#ui/use-times.ts";

type IssueDrawerProps = { readonly issue: z.output<typeof IssueView>; readonly onClose: () => void };

/** One issue from the day it was raised to how it was resolved. */
export function IssueDrawer({ issue, onClose }: IssueDrawerProps) {
  const { say } = useWords();
  const { day } = useTimes();
  return (
    <Drawer open onClose={onClose} title={issue.title}>
      <dl className="facts">
        <dt>{say(issueTexts.project)}</dt>
        <dd>
          <AppLink to={projectAddress(issue.project.id)}>{issue.project.name}</AppLink>
        </dd>
        <dt>{say(issueTexts.level)}</dt>
        <dd>
          {say(issueLevelWords[issue.level])} <span className="quiet">{say(issueTexts.since, { day: day(issue.levelSince) })}</span>
        </dd>
        <dt>{say(issueTexts.owner)}</dt>
        <dd>{issue.owner.name}</dd>
        <dt>{say(issueTexts.stuck)}</dt>
        <dd>
          {say(issueTexts.stuckDays, { days: issue.stuckWorkdays })}{" "}
          <span className="quiet">{say(issueTexts.since, { day: day(issue.openedOn) })}</span>
        </dd>
        <dt>{say(issueTexts.due)}</dt>
        <dd>{day(issue.dueOn)}</dd>
        {issue.resolution === null ? null : (
          <>
            <dt>{say(issueTexts.resolution)}</dt>
            <dd>{issue.resolution}</dd>
          </>
        )}
      </dl>
      <h3>{say(issueTexts.history)}</h3>
      <ol className="list list-plain">
        {issue.history.map((line) => (
          <li key={`${line.on} ${line.text}`}>
            <p>{line.text}</p>
            <p className="quiet">
              {line.by} {day(line.on)}
            </p>
          </li>
        ))}
      </ol>
    </Drawer>
  );
}
