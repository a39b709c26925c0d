import type { z } from "zod";
import { milestoneWords } from "#domains/projects/contract/project.ts";
import type { registerOperations } from "#domains/projects/contract/register-operations.ts";
import { courseTexts } from "#domains/projects/web/project-page-texts.ts";
import { useWords } from "#ui/language.tsx";

type TriedDateProps = { readonly trial: z.infer<typeof registerOperations.tryDate.output>; readonly push: boolean };

/** What a new date would do to the dates behind it. */
export function TriedDate({ trial, push }: TriedDateProps) {
  const { say, language } = useWords();
  const days = say(trial.days < 0 ? courseTexts.sooner : courseTexts.later, { days: Math.abs(trial.days) });
  return (
    <div className="tried" role="status">
      <p>{say(courseTexts.tried, { from: trial.from ?? "–", to: trial.to, days })}</p>
      {trial.pushes.length === 0 ? (
        <p>{say(courseTexts.pushesNothing)}</p>
      ) : (
        <>
          <p>
            {say(courseTexts.pushes)} {push ? null : <span className="quiet">{say(courseTexts.notPushed)}</span>}
          </p>
          <ul className="bullets">
            {trial.pushes.map((pushed) => (
              <li key={pushed.kind}>
                {say(milestoneWords[pushed.kind])} {pushed.from} → {pushed.to}
              </li>
            ))}
          </ul>
        </>
      )}
      {trial.problem ? <p className="problems">{trial.problem[language]}</p> : null}
    </div>
  );
}
