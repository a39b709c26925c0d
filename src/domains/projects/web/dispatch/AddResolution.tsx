import { Button } from "antd";
import { type FormEvent, useState } from "react";
import { dispatch, TOUCHED } from "#domains/projects/web/dispatch/dispatch-client.ts";
import { meetingTexts } from "#domains/projects/web/dispatch/dispatch-web-texts.ts";
import { PersonChoice } from "#domains/projects/web/PersonChoice.tsx";
import { usePeople } from "#domains/projects/web/use-people.ts";
import { findLocalDate } from "#kernel/local-date.ts";
import { Choice } from "#ui/Choice.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useErrorSentence } from "#ui/sentences.tsx";
import { useCommand } from "#ui/use-command.ts";

/** What was resolved: by whom, by when. */
export function AddResolution({ itemId, ownerId: proposed }: { readonly itemId: string; readonly ownerId: string }) {
  const { say } = useWords();
  const sentence = useErrorSentence();
  const [text, setText] = useState("");
  const [ownerId, setOwner] = useState(proposed);
  const [departmentId, setDepartment] = useState("");
  const [due, setDue] = useState("");
  const add = useCommand(() => {
    const dueOn = findLocalDate(due);
    if (dueOn === undefined) throw new Error("the form asks for a day");
    return dispatch.addResolution({ itemId, text, ownerId, dueOn, ...(departmentId === "" ? {} : { departmentId }) });
  }, TOUCHED);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!add.isPending) add.mutate(undefined);
  };
  return (
    <form className="fields form-below" onSubmit={send}>
      <h3>{say(meetingTexts.addResolution)}</h3>
      <Field label={say(meetingTexts.resolutionText)} value={text} onChange={setText} rows={2} required minLength={4} maxLength={500} />
      <div className="fields-row">
        <PersonChoice stacked label={say(meetingTexts.owner)} value={ownerId} onChange={setOwner} />
        <DepartmentChoice value={departmentId} onChange={setDepartment} />
        <Field label={say(meetingTexts.dueOn)} type="date" value={due} onChange={setDue} required />
      </div>
      {add.error ? (
        <p className="problems" role="alert">
          {sentence(add.error)}
        </p>
      ) : null}
      <div className="actions">
        <Button type="primary" htmlType="submit" loading={add.isPending} disabled={ownerId === ""}>
          {say(meetingTexts.addResolution)}
        </Button>
      </div>
    </form>
  );
}

function DepartmentChoice({ value, onChange }: { readonly value: string; readonly onChange: (id: string) => void }) {
  const { say } = useWords();
  const departments = departmentsOf(usePeople().data?.items ?? []);
  return (
    <Choice
      stacked
      label={say(meetingTexts.department)}
      value={value}
      onChange={onChange}
      options={[{ value: "", label: say(meetingTexts.ofOwner) }, ...departments]}
    />
  );
}

type Official = { readonly departmentId: string | null; readonly department: string | null };

/** The departments in which somebody holds a post. */
export function departmentsOf(officials: readonly Official[]): readonly { readonly value: string; readonly label: string }[] {
  const found = new Map<string, string>();
  for (const { departmentId, department } of officials)
    if (departmentId !== null && department !== null) found.set(departmentId, department);
  return [...found].map(([value, label]) => ({ value, label })).sort((one, other) => one.label.localeCompare(other.label, "zh-CN"));
}
