import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { IdentifierKind, identifierWords } from "#domains/registry/contract/enterprise.ts";
import { CodeChoice } from "#domains/registry/web/CodeChoice.tsx";
import { enterpriseTexts, registerTexts } from "#domains/registry/web/enterprise-texts.ts";
import { registry, TOUCHED_BY_AN_ENTERPRISE } from "#domains/registry/web/registry-client.ts";
import { filterTexts, searchTexts } from "#domains/registry/web/search-texts.ts";
import { findDecimal, shift } from "#kernel/decimal.ts";
import { findLocalDate } from "#kernel/local-date.ts";
import { Choice } from "#ui/Choice.tsx";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { uiTexts } from "#ui/ui-texts.ts";
import { useCommand } from "#ui/use-command.ts";
import { useViewer } from "#ui/viewer.tsx";

const START = {
  identifier: "",
  name: "",
  classCode: "",
  regionCode: "",
  address: "",
  foundedOn: "",
  capital: "",
  products: "",
  source: "",
};
const YUAN_IN_TEN_THOUSAND = 4;

/** One enterprise by hand; whoever has many imports them. */
export function RegisterEnterprise({ onClose }: { readonly onClose: () => void }) {
  const { say } = useWords();
  const { today } = useViewer();
  const navigate = useNavigate();
  const [kind, setKind] = useState<IdentifierKind>("uscc");
  const [draft, setDraft] = useState(START);
  const put = (key: keyof typeof START) => (value: string) => setDraft({ ...draft, [key]: value });
  const save = useCommand(registry.registerEnterprise, TOUCHED_BY_AN_ENTERPRISE, ({ id }) => {
    onClose();
    void navigate({ to: `/registry/${id}` as never });
  });
  const capital = findDecimal(draft.capital.replaceAll(",", ""));
  const submit = () =>
    save.mutate({
      identifierKind: kind,
      identifier: draft.identifier,
      name: draft.name,
      source: draft.source,
      classCode: draft.classCode || undefined,
      regionCode: draft.regionCode || undefined,
      address: draft.address || undefined,
      foundedOn: findLocalDate(draft.foundedOn),
      // What is no number is sent as it was written: the server says what was expected.
      capitalYuan: draft.capital === "" ? undefined : capital === undefined ? draft.capital : shift(capital, YUAN_IN_TEN_THOUSAND),
      products: draft.products
        .split(/[；;、\n]/)
        .map((product) => product.trim())
        .filter(Boolean),
    });
  return (
    <CommandForm
      open
      wide
      title={say(searchTexts.register)}
      submit={say(searchTexts.register)}
      busy={save.isPending}
      error={save.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <div className="fields-row">
        <Choice
          stacked
          label={say(registerTexts.kind)}
          value={kind}
          onChange={(value) => setKind(IdentifierKind.parse(value))}
          options={IdentifierKind.options.map((value) => ({ value, label: say(identifierWords[value]) }))}
        />
        <Field
          label={say(identifierWords[kind])}
          value={draft.identifier}
          onChange={put("identifier")}
          required={kind !== "provisional"}
          maxLength={60}
          hint={kind === "provisional" ? say(registerTexts.provisionalHint) : ""}
        />
      </div>
      <Field label={say(enterpriseTexts.name)} value={draft.name} onChange={put("name")} required minLength={2} maxLength={120} autoFocus />
      <CodeChoice
        of="class"
        label={say(filterTexts.class)}
        value={draft.classCode}
        onChange={put("classCode")}
        nothing={say(uiTexts.none)}
      />
      <CodeChoice
        of="region"
        label={say(filterTexts.region)}
        value={draft.regionCode}
        onChange={put("regionCode")}
        nothing={say(uiTexts.none)}
      />
      <Field label={say(enterpriseTexts.address)} value={draft.address} onChange={put("address")} maxLength={300} />
      <div className="fields-row">
        <Field label={say(filterTexts.founded)} type="date" max={today} value={draft.foundedOn} onChange={put("foundedOn")} />
        <Field label={say(filterTexts.capital)} inputMode="decimal" value={draft.capital} onChange={put("capital")} maxLength={16} />
      </div>
      <Field
        label={say(enterpriseTexts.products)}
        value={draft.products}
        onChange={put("products")}
        hint={say(registerTexts.productsHint)}
        maxLength={1000}
      />
      <Field
        label={say(enterpriseTexts.source)}
        value={draft.source}
        onChange={put("source")}
        required
        minLength={2}
        maxLength={120}
        hint={say(registerTexts.sourceHint)}
      />
    </CommandForm>
  );
}
