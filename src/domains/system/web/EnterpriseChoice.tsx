import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useEffect, useId, useState } from "react";
import { peopleTexts as texts } from "#domains/system/web/people-texts.ts";
import { system } from "#domains/system/web/system-client.ts";
import { useWords } from "#ui/language.tsx";
import { uiTexts } from "#ui/ui-texts.ts";

const PAUSE_MS = 250;
const SHORTEST = 2;

type EnterpriseChoiceProps = { readonly value: string; readonly onChange: (id: string) => void };

/** The one enterprise that an account acts for; the server looks. */
export function EnterpriseChoice({ value, onChange }: EnterpriseChoiceProps) {
  const { say } = useWords();
  const id = useId();
  const [typed, setTyped] = useState("");
  const [q, setQ] = useState("");
  useEffect(() => {
    const wait = setTimeout(() => setQ(typed.trim().slice(0, 80)), PAUSE_MS);
    return () => clearTimeout(wait);
  }, [typed]);
  const found = useQuery({
    queryKey: ["people", "enterprises", q],
    queryFn: () => system.findEnterprises({ q }),
    enabled: q.length >= SHORTEST,
    placeholderData: keepPreviousData,
  });
  return (
    <div className="field">
      <label htmlFor={id}>
        {say(texts.enterprise)}
        <span aria-hidden="true"> *</span>
      </label>
      <Select
        id={id}
        className="search-choice"
        aria-label={say(texts.enterprise)}
        {...(value === "" ? {} : { value })}
        options={(found.data?.items ?? []).map((row) => ({ value: row.id, label: `${row.name}（${row.identifier}）` }))}
        onChange={(chosen: string) => onChange(chosen)}
        showSearch={{ filterOption: false, onSearch: setTyped }}
        notFoundContent={say(uiTexts.noMatch)}
        getPopupContainer={(trigger) => trigger.closest("dialog") ?? document.body}
      />
      <span className="hint">{say(texts.enterpriseHint)}</span>
    </div>
  );
}
