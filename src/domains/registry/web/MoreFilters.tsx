import { useState } from "react";
import {
  BookKind,
  bookWords,
  Controller,
  controllerWords,
  EnterpriseStatus,
  QualificationKind,
  qualificationWords,
  statusWords,
} from "#domains/registry/contract/enterprise.ts";
import { CodeChoice } from "#domains/registry/web/CodeChoice.tsx";
import { writeFilter } from "#domains/registry/web/enterprise-filter.ts";
import { draftOfFilter, RANGES, readDraft } from "#domains/registry/web/filter-draft.ts";
import { OfficialChoice } from "#domains/registry/web/OfficialChoice.tsx";
import { filterTexts, searchTexts } from "#domains/registry/web/search-texts.ts";
import { useEnterpriseFilter } from "#domains/registry/web/use-enterprise-search.ts";
import type { Text } from "#kernel/texts.ts";
import { Choice } from "#ui/Choice.tsx";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { uiTexts } from "#ui/ui-texts.ts";

const ENDS = {
  number: { from: filterTexts.least, to: filterTexts.most },
  day: { from: filterTexts.earliest, to: filterTexts.latest },
} as const;

/** All filters and ranges in one place; what is chosen goes into the address. */
export function MoreFilters({ onClose }: { readonly onClose: () => void }) {
  const { say } = useWords();
  const { filter, narrow } = useEnterpriseFilter();
  const [words, setWords] = useState<Readonly<Record<string, string>>>(() => writeFilter(filter));
  const [ranges, setRanges] = useState(() => draftOfFilter(filter));
  const [wrong, setWrong] = useState<Text>();
  const put = (key: string) => (value: string) => setWords({ ...words, [key]: value });
  const choices = <Key extends string>(keys: readonly Key[], texts: Readonly<Record<Key, Text>>) => [
    { value: "", label: say(uiTexts.all) },
    ...keys.map((value) => ({ value, label: say(texts[value]) })),
  ];
  const submit = () => {
    const reading = readDraft(ranges);
    setWrong(reading.ok ? undefined : reading.wrong);
    if (!reading.ok) return;
    narrow({ ...words, ...reading.words });
    onClose();
  };
  const listed = [
    { value: "", label: say(uiTexts.all) },
    { value: "true", label: say(filterTexts.listedYes) },
    { value: "false", label: say(filterTexts.listedNo) },
  ];
  return (
    <CommandForm
      open
      wide
      title={say(searchTexts.more)}
      submit={say(searchTexts.apply)}
      busy={false}
      error={null}
      onSubmit={submit}
      onClose={onClose}
    >
      <CodeChoice
        of="region"
        label={say(filterTexts.region)}
        value={words["region"] ?? ""}
        onChange={put("region")}
        nothing={say(uiTexts.all)}
      />
      <CodeChoice
        of="class"
        label={say(filterTexts.class)}
        value={words["classCode"] ?? ""}
        onChange={put("classCode")}
        nothing={say(uiTexts.all)}
      />
      <div className="ranges">
        {RANGES.map(({ name, label, kind }) => (
          <fieldset key={name} className="range">
            <legend>{say(label)}</legend>
            {(["from", "to"] as const).map((end) => (
              <Field
                key={end}
                label={say(ENDS[kind === "day" ? "day" : "number"][end])}
                value={ranges[name][end]}
                onChange={(value) => setRanges({ ...ranges, [name]: { ...ranges[name], [end]: value } })}
                {...(kind === "day" ? { type: "date" } : { inputMode: "decimal", maxLength: 16 })}
              />
            ))}
          </fieldset>
        ))}
      </div>
      <div className="fields-row">
        <Choice
          stacked
          label={say(filterTexts.qualification)}
          value={words["qualification"] ?? ""}
          onChange={put("qualification")}
          options={choices(QualificationKind.options, qualificationWords)}
        />
        <Choice
          stacked
          label={say(filterTexts.controller)}
          value={words["controller"] ?? ""}
          onChange={put("controller")}
          options={choices(Controller.options, controllerWords)}
        />
        <Choice
          stacked
          label={say(filterTexts.status)}
          value={words["status"] ?? ""}
          onChange={put("status")}
          options={choices(EnterpriseStatus.options, statusWords)}
        />
        <Choice stacked label={say(filterTexts.listed)} value={words["listed"] ?? ""} onChange={put("listed")} options={listed} />
        <Choice
          stacked
          label={say(filterTexts.book)}
          value={words["book"] ?? ""}
          onChange={put("book")}
          options={choices(BookKind.options, bookWords)}
        />
        <OfficialChoice
          stacked
          label={say(filterTexts.liaison)}
          value={words["liaisonId"] ?? ""}
          onChange={put("liaisonId")}
          nobody={say(uiTexts.all)}
        />
      </div>
      {wrong ? (
        <p className="problems" role="alert">
          {say(filterTexts.numbers, { name: say(wrong) })}
        </p>
      ) : null}
    </CommandForm>
  );
}
