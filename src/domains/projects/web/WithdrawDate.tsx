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
import { useTimes } from "#ui/use-times.ts";

type WithdrawDateProps = { readonly request: z.infer<typeof DateRequestView>; readonly onClose: () => void };

/** Taken back by whoever asked; the request stays in the list as withdrawn. */
export function WithdrawDate({ request, onClose }: WithdrawDateProps) {
  const { say } = useWords();
  const { day } = useTimes();
  const [reason, setReason] = useState("");
  const withdraw = useCommand(
    () => register.withdrawDateRequest({ requestId: request.id, version: request.version, reason }),
    TOUCHED_BY_A_PROJECT,
    onClose,
  );
  return (
    <CommandForm
      open
      title={say(courseTexts.withdrawTitle, { kind: say(milestoneWords[request.kind]), to: day(request.to) })}
      submit={say(courseTexts.withdraw)}
      danger
      busy={withdraw.isPending}
      error={withdraw.error}
      onSubmit={() => withdraw.mutate(undefined)}
      onClose={onClose}
    >
      <p className="notice">{request.reason}</p>
      <Field label={say(courseTexts.withdrawReason)} value={reason} onChange={setReason} rows={3} maxLength={500} autoFocus />
    </CommandForm>
  );
}
