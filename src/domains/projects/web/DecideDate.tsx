import { useState } from "react";
import type { z } from "zod";
import { milestoneWords } from "#domains/projects/contract/project.ts";
import type { DateRequestView } from "#domains/projects/contract/register-operations.ts";
import { courseTexts } from "#domains/projects/web/project-page-texts.ts";
import { register } from "#domains/projects/web/projects-client.ts";
import { TOUCHED_BY_A_PROJECT } from "#domains/projects/web/touched.ts";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";

type DecideDateProps = { readonly request: z.infer<typeof DateRequestView>; readonly grant: boolean; readonly onClose: () => void };

/** Granted or refused, always with words; what it pushes stands there once more. */
export function DecideDate({ request, grant, onClose }: DecideDateProps) {
  const { say } = useWords();
  const [decision, setDecision] = useState("");
  const decide = useCommand(
    () => register.decideDate({ requestId: request.id, version: request.version, grant, decision }),
    TOUCHED_BY_A_PROJECT,
    onClose,
  );
  const kind = say(milestoneWords[request.kind]);
  return (
    <CommandForm
      open
      title={say(grant ? courseTexts.grantTitle : courseTexts.refuseTitle, { kind, to: request.to })}
      submit={say(grant ? courseTexts.grant : courseTexts.refuse)}
      danger={!grant}
      busy={decide.isPending}
      error={decide.error}
      onSubmit={() => decide.mutate(undefined)}
      onClose={onClose}
    >
      <p className="notice">{request.reason}</p>
      {request.pushes.length === 0 ? (
        <p className="quiet">{say(courseTexts.pushesNothing)}</p>
      ) : (
        <ul className="bullets">
          {request.pushes.map((pushed) => (
            <li key={pushed.kind}>
              {say(milestoneWords[pushed.kind])} {pushed.from} → {pushed.to}
            </li>
          ))}
        </ul>
      )}
      <Field
        label={say(courseTexts.decisionWords)}
        value={decision}
        onChange={setDecision}
        rows={3}
        required
        minLength={2}
        maxLength={500}
        autoFocus
      />
    </CommandForm>
  );
}
