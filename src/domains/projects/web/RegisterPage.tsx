import { useNavigate } from "@tanstack/react-router";
import { Button } from "antd";
import { type FormEvent, useState } from "react";
import { milestoneWords } from "#domains/projects/contract/project.ts";
import { MoneyFields } from "#domains/projects/web/MoneyFields.tsx";
import { BasicFields, PeopleFields, PlaceFields } from "#domains/projects/web/ProjectFields.tsx";
import {
  type Draft,
  EMPTY_DRAFT,
  PLANNED_AT_REGISTRATION,
  type PlannedDays,
  readDraft,
  readPlan,
} from "#domains/projects/web/project-draft.ts";
import { formTexts } from "#domains/projects/web/project-form-texts.ts";
import { register } from "#domains/projects/web/projects-client.ts";
import { TOUCHED_BY_A_PROJECT } from "#domains/projects/web/touched.ts";
import { localDate } from "#kernel/local-date.ts";
import type { Text } from "#kernel/texts.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView } from "#ui/Page.tsx";
import { useErrorSentence } from "#ui/sentences.tsx";
import { useCommand } from "#ui/use-command.ts";
import { useViewer } from "#ui/viewer.tsx";
import "#domains/projects/web/project.css";

export function Page() {
  const { say } = useWords();
  const sentence = useErrorSentence();
  const navigate = useNavigate();
  const { today } = useViewer();
  const [draft, setDraft] = useState<Draft>(EMPTY_DRAFT);
  const [signedOn, setSignedOn] = useState(today);
  const [plan, setPlan] = useState<PlannedDays>({});
  const [problem, setProblem] = useState<Text>();
  const change = (next: Partial<Draft>) => setDraft({ ...draft, ...next });
  const send = useCommand(register.registerProject, TOUCHED_BY_A_PROJECT, ({ id }) => void navigate({ to: `/projects/${id}` as never }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const reading = readDraft(draft);
    setProblem(reading.ok ? undefined : reading.problem);
    if (reading.ok && !send.isPending) send.mutate({ ...reading.said, signedOn: localDate(signedOn), plan: readPlan(plan) });
  };
  const wrong = problem ? say(problem) : send.error ? sentence(send.error) : undefined;
  return (
    <PageView title={say(formTexts.title)} state={say(formTexts.state)} back={<AppLink to="/projects">{say(formTexts.back)}</AppLink>}>
      <form className="form-parts" onSubmit={submit}>
        <BasicFields draft={draft} onChange={change} />
        <MoneyFields draft={draft} onChange={change} signedOn={signedOn} onSigned={setSignedOn} />
        <fieldset className="form-part">
          <legend>{say(formTexts.planPart)}</legend>
          <p className="hint">{say(formTexts.planHint)}</p>
          <div className="fields-row">
            {PLANNED_AT_REGISTRATION.map((kind) => (
              <Field
                key={kind}
                label={say(formTexts.planOf, { kind: say(milestoneWords[kind]) })}
                type="date"
                value={plan[kind] ?? ""}
                onChange={(day) => setPlan({ ...plan, [kind]: day })}
              />
            ))}
          </div>
        </fieldset>
        <PlaceFields draft={draft} onChange={change} />
        <PeopleFields draft={draft} onChange={change} />
        {wrong ? (
          <p className="notice notice-alert" role="alert">
            {wrong}
          </p>
        ) : null}
        <div className="actions">
          <Button type="primary" htmlType="submit" loading={send.isPending}>
            {say(formTexts.submit)}
          </Button>
        </div>
      </form>
    </PageView>
  );
}
