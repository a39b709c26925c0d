import { useNavigate } from "@tanstack/react-router";
import { Button } from "antd";
import { type FormEvent, useState } from "react";
import { LeadFieldsForm } from "#domains/promotion/web/LeadFieldsForm.tsx";
import { EMPTY, isAmountWrong, type LeadFields, saidOf } from "#domains/promotion/web/lead-draft.ts";
import { leadTexts, leadFormTexts as texts } from "#domains/promotion/web/lead-page-texts.ts";
import { leads, TOUCHED } from "#domains/promotion/web/promotion-client.ts";
import { localDate } from "#kernel/local-date.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { Choice } from "#ui/Choice.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView } from "#ui/Page.tsx";
import { isRefusal, useErrorSentence } from "#ui/sentences.tsx";
import { useCommand } from "#ui/use-command.ts";
import { useViewer } from "#ui/viewer.tsx";
import "#domains/promotion/web/promotion.css";

export function Page() {
  const { say } = useWords();
  const { today } = useViewer();
  const sentence = useErrorSentence();
  const navigate = useNavigate();
  const [fields, setFields] = useState<LeadFields>(EMPTY);
  const [owner, setOwner] = useState("own");
  const [talkedOn, setTalkedOn] = useState("");
  const [distinct, setDistinct] = useState("");
  const [wrong, setWrong] = useState(false);
  const register = useCommand(
    () =>
      leads.registerLead({
        ...saidOf(fields),
        toPool: owner === "pool",
        ...(talkedOn === "" ? {} : { talkedOn: localDate(talkedOn) }),
        ...(distinct.trim() === "" ? {} : { distinctReason: distinct }),
      }),
    TOUCHED,
    ({ id }) => void navigate({ to: `/promotion/leads/${id}` as never }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setWrong(isAmountWrong(fields));
    if (!isAmountWrong(fields) && !register.isPending) register.mutate(undefined);
  };
  const error = register.error;
  const there = isRefusal(error) && error.code === "promotion.duplicate" ? error.params["id"] : undefined;
  return (
    <PageView title={say(texts.title)} state={say(texts.state)} back={<AppLink to="/promotion">{say(leadTexts.back)}</AppLink>}>
      <form className="lead-form" onSubmit={submit}>
        <LeadFieldsForm fields={fields} onChange={(change) => setFields((before) => ({ ...before, ...change }))} />
        <fieldset className="lead-part">
          <legend>{say(texts.owner)}</legend>
          <div className="fields-row">
            <Choice
              stacked
              label={say(texts.owner)}
              value={owner}
              onChange={setOwner}
              options={[
                { value: "own", label: say(texts.own) },
                { value: "pool", label: say(texts.toPool) },
              ]}
            />
            <Field label={say(texts.talkedOn)} type="date" value={talkedOn} onChange={setTalkedOn} max={today} />
          </div>
          <Field label={say(texts.distinct)} value={distinct} onChange={setDistinct} maxLength={300} hint={say(texts.distinctHint)} />
        </fieldset>
        {wrong || error ? (
          <p className="problems" role="alert">
            {wrong ? say(texts.amountWrong) : sentence(error)}{" "}
            {typeof there === "string" ? <AppLink to={`/promotion/leads/${there}`}>{say(texts.openThere)}</AppLink> : null}
          </p>
        ) : null}
        <div className="actions">
          <Button type="primary" htmlType="submit" loading={register.isPending}>
            {say(texts.submit)}
          </Button>
        </div>
      </form>
    </PageView>
  );
}
