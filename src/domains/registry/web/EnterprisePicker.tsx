import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useEffect, useId, useState } from "react";
import { registry } from "#domains/registry/web/registry-client.ts";
import { useWords } from "#ui/language.tsx";
import { uiTexts } from "#ui/ui-texts.ts";

type EnterprisePickerProps = {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly onChange: (id: string) => void;
  /** The enterprise whose page it is cannot be chosen. */
  readonly without: string;
};

const SHOWN = 20;
const PAUSE_MS = 250;
const SHORTEST = 2;

/** One enterprise of the register, found by name, product or code; the server looks. */
export function EnterprisePicker({ label, hint, value, onChange, without }: EnterprisePickerProps) {
  const { say } = useWords();
  const id = useId();
  const [typed, setTyped] = useState("");
  const [q, setQ] = useState("");
  useEffect(() => {
    const wait = setTimeout(() => setQ(typed.trim().slice(0, 80)), PAUSE_MS);
    return () => clearTimeout(wait);
  }, [typed]);
  const found = useQuery({
    queryKey: ["registry", "picker", q],
    queryFn: () => registry.searchEnterprises({ q, limit: SHOWN }),
    enabled: q.length >= SHORTEST,
    placeholderData: keepPreviousData,
  });
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        <span aria-hidden="true"> *</span>
      </label>
      <Select
        id={id}
        className="search-choice"
        aria-label={label}
        {...(value === "" ? {} : { value })}
        placeholder={hint}
        options={(found.data?.items ?? [])
          .filter((row) => row.id !== without)
          .map((row) => ({ value: row.id, label: `${row.name}（${row.identifier}）` }))}
        onChange={(chosen: string) => onChange(chosen)}
        showSearch={{ filterOption: false, onSearch: setTyped }}
        notFoundContent={say(uiTexts.noMatch)}
        getPopupContainer={(trigger) => trigger.closest("dialog") ?? document.body}
      />
    </div>
  );
}
