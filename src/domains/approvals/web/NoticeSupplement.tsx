import { Button } from "antd";
import { useState } from "react";
import { APPROVALS, cases } from "#domains/approvals/web/approvals-client.ts";
import { formTexts } from "#domains/approvals/web/case-form-texts.ts";
import type { CaseFormProps } from "#domains/approvals/web/case-moves.ts";
import { moveWords } from "#domains/approvals/web/case-texts.ts";
import { findLocalDate } from "#kernel/local-date.ts";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";

/** Everything at once: one item a line. */
export function NoticeSupplement({ view, onClose }: CaseFormProps) {
  const { say, language } = useWords();
  const [lines, setLines] = useState("");
  const [dueOn, setDueOn] = useState("");
  const items = lines
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const notice = useCommand(
    () => cases.noticeSupplement({ id: view.row.id, version: view.version, items, dueOn: findLocalDate(dueOn) }),
    APPROVALS,
    onClose,
  );
  const missing = view.materials.filter(({ state }) => state === "missing").map(({ name }) => name[language]);
  return (
    <CommandForm
      open
      title={`${say(moveWords.noticeSupplement)} · ${view.row.number}`}
      submit={say(moveWords.noticeSupplement)}
      busy={notice.isPending}
      error={notice.error}
      onSubmit={() => notice.mutate(undefined)}
      onClose={onClose}
    >
      <p className="notice">{say(formTexts.supplementHint)}</p>
      <Field label={say(formTexts.supplementItems)} value={lines} onChange={setLines} rows={6} required minLength={2} autoFocus />
      {missing.length > 0 ? (
        <div>
          <Button size="small" onClick={() => setLines([...new Set([...items, ...missing])].join("\n"))}>
            {say(formTexts.supplementMissing)}
          </Button>
        </div>
      ) : null}
      <Field label={say(formTexts.dueOn)} type="date" value={dueOn} onChange={setDueOn} />
    </CommandForm>
  );
}
