import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { APPROVALS, cases, matters } from "#domains/approvals/web/approvals-client.ts";
import { formTexts } from "#domains/approvals/web/case-form-texts.ts";
import type { CaseFormProps } from "#domains/approvals/web/case-moves.ts";
import { moveWords } from "#domains/approvals/web/case-texts.ts";
import { findLocalDate, localDate } from "#kernel/local-date.ts";
import { Choice } from "#ui/Choice.tsx";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";
import { useViewer } from "#ui/viewer.tsx";

/** The reasons are those of the version on which the case stands, each with its longest time and its law. */
export function PauseCase({ view, onClose }: CaseFormProps) {
  const { say } = useWords();
  const { today } = useViewer();
  const matter = useQuery({
    queryKey: ["approvals", "matter", view.row.matterCode],
    queryFn: () => matters.openMatter({ code: view.row.matterCode }),
  });
  const reasons = matter.data?.versions.find(({ version }) => version === view.matterVersion)?.matter.pauses ?? [];
  const [chosen, setChosen] = useState("");
  const [from, setFrom] = useState(today);
  const [to, setTo] = useState("");
  const [notice, setNotice] = useState("");
  const rule = reasons.find(({ reason }) => reason === chosen) ?? reasons[0];
  const pause = useCommand(
    () =>
      cases.pauseCase({
        id: view.row.id,
        version: view.version,
        reason: rule?.reason ?? "",
        from: localDate(from),
        to: findLocalDate(to),
        notice: notice.trim(),
      }),
    APPROVALS,
    onClose,
  );
  return (
    <CommandForm
      open
      title={`${say(moveWords.pause)} · ${view.row.number}`}
      submit={say(moveWords.pause)}
      busy={pause.isPending || rule === undefined}
      error={pause.error}
      onSubmit={() => pause.mutate(undefined)}
      onClose={onClose}
    >
      <p className="notice">{say(formTexts.pauseHint)}</p>
      {matter.data && reasons.length === 0 ? <p className="problems">{say(formTexts.noPauses)}</p> : null}
      <div>
        <Choice
          stacked
          label={say(formTexts.pauseReason)}
          value={rule?.reason ?? ""}
          onChange={setChosen}
          options={reasons.map(({ reason }) => ({ value: reason, label: reason }))}
        />
        {rule ? (
          <p className="hint">
            {rule.most === null
              ? say(formTexts.pauseUnlimited, { source: rule.source })
              : say(formTexts.pauseMost, { most: rule.most, source: rule.source })}
          </p>
        ) : null}
      </div>
      <div className="fields-row">
        <Field label={say(formTexts.pauseFrom)} type="date" value={from} onChange={setFrom} required />
        <Field label={say(formTexts.pauseTo)} type="date" value={to} onChange={setTo} />
      </div>
      <Field label={say(formTexts.pauseNotice)} value={notice} onChange={setNotice} required maxLength={120} autoFocus />
    </CommandForm>
  );
}
