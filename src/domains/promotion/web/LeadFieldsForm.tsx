import { Channel, channelWords, InvestorClass, investorClassWords, LeadNature, leadNatureWords } from "#domains/promotion/contract/lead.ts";
import type { Identity, LeadFields } from "#domains/promotion/web/lead-draft.ts";
import { leadFormTexts as texts } from "#domains/promotion/web/lead-page-texts.ts";
import { Choice } from "#ui/Choice.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";

type LeadFieldsFormProps = {
  readonly fields: LeadFields;
  readonly onChange: (change: Partial<LeadFields>) => void;
  /** An edit may leave the investor's identity as it is. */
  readonly editing?: boolean;
};

export function LeadFieldsForm({ fields, onChange, editing = false }: LeadFieldsFormProps) {
  const { say } = useWords();
  const text = (
    name: "projectName" | "party" | "industry" | "chainNode" | "origin" | "summary" | "contactName" | "contactPhone" | "country",
    most: number,
    more = {},
  ) => <Field label={say(texts[name])} value={fields[name]} onChange={(value) => onChange({ [name]: value })} maxLength={most} {...more} />;
  const toggle = (one: InvestorClass, on: boolean) =>
    onChange({ investorClasses: on ? [...fields.investorClasses, one] : fields.investorClasses.filter((other) => other !== one) });
  const identities: readonly Identity[] = editing ? ["keep", "uscc", "foreign"] : ["uscc", "foreign", "provisional"];
  return (
    <>
      <fieldset className="lead-part">
        <legend>{say(texts.what)}</legend>
        {text("projectName", 120, { required: true, minLength: 2, autoFocus: true })}
        <div className="fields-row">
          <Choice
            stacked
            label={say(texts.nature)}
            value={fields.nature}
            onChange={(value) => onChange({ nature: LeadNature.parse(value) })}
            options={LeadNature.options.map((value) => ({ value, label: say(leadNatureWords[value]) }))}
          />
          <Field
            label={say(texts.amount)}
            value={fields.amount}
            onChange={(amount) => onChange({ amount })}
            inputMode="decimal"
            maxLength={15}
            hint={say(texts.amountHint)}
          />
        </div>
        <div className="fields-row">
          {text("industry", 60)}
          {text("chainNode", 60)}
        </div>
        <label className="check">
          <input
            type="checkbox"
            checked={fields.leadingIndustry}
            onChange={(event) => onChange({ leadingIndustry: event.target.checked })}
          />
          {say(texts.leading)}
        </label>
        {text("summary", 2000, { rows: 3 })}
      </fieldset>
      <fieldset className="lead-part">
        <legend>{say(texts.who)}</legend>
        {text("party", 120, { required: true, minLength: 2 })}
        <div className="fields-row">
          <Choice
            stacked
            label={say(texts.identity)}
            value={fields.identity}
            onChange={(value) => onChange({ identity: value as Identity })}
            options={identities.map((value) => ({ value, label: say(texts[value]) }))}
          />
          {fields.identity === "uscc" || fields.identity === "foreign" ? (
            <Field
              label={say(texts[fields.identity])}
              value={fields.identifier}
              onChange={(identifier) => onChange({ identifier })}
              required
              maxLength={60}
            />
          ) : null}
          {fields.identity === "foreign" ? text("country", 60, { required: true }) : null}
        </div>
        <fieldset className="lead-part">
          <legend>{say(texts.classes)}</legend>
          <div className="lead-classes">
            {InvestorClass.options.map((one) => (
              <label key={one} className="check">
                <input
                  type="checkbox"
                  checked={fields.investorClasses.includes(one)}
                  onChange={(event) => toggle(one, event.target.checked)}
                />
                {say(investorClassWords[one])}
              </label>
            ))}
          </div>
        </fieldset>
        <div className="fields-row">
          {text("contactName", 40)}
          {text("contactPhone", 30)}
        </div>
      </fieldset>
      <fieldset className="lead-part">
        <legend>{say(texts.how)}</legend>
        <div className="fields-row">
          <Choice
            stacked
            label={say(texts.channel)}
            value={fields.channel}
            onChange={(value) => onChange({ channel: Channel.parse(value) })}
            options={Channel.options.map((value) => ({ value, label: say(channelWords[value]) }))}
          />
          {text("origin", 200)}
        </div>
      </fieldset>
    </>
  );
}
