import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useEffect, useId, useState } from "react";
import { calendarTexts } from "#domains/projects/web/course-texts.ts";
import { register } from "#domains/projects/web/projects-client.ts";
import { useWords } from "#ui/language.tsx";
import { uiTexts } from "#ui/ui-texts.ts";

type ProjectPickerProps = { readonly value: string; readonly onChange: (id: string) => void };

const SHOWN = 20;
const PAUSE_MS = 250;

/** One of many projects, found by name, enterprise or code; the server looks. */
export function ProjectPicker({ value, onChange }: ProjectPickerProps) {
  const { say } = useWords();
  const id = useId();
  const [typed, setTyped] = useState("");
  const [q, setQ] = useState("");
  useEffect(() => {
    const wait = setTimeout(() => setQ(typed.trim().slice(0, 60)), PAUSE_MS);
    return () => clearTimeout(wait);
  }, [typed]);
  const found = useQuery({
    queryKey: ["projects", "picker", q],
    queryFn: () => register.listProjects({ q: q === "" ? undefined : q, limit: SHOWN }),
    placeholderData: keepPreviousData,
  });
  return (
    <div className="field">
      <label htmlFor={id}>
        {say(calendarTexts.project)}
        <span aria-hidden="true"> *</span>
      </label>
      <Select
        id={id}
        className="search-choice"
        aria-label={say(calendarTexts.project)}
        {...(value === "" ? {} : { value })}
        placeholder={say(calendarTexts.projectHint)}
        options={(found.data?.items ?? []).map((row) => ({ value: row.id, label: `${row.name}（${row.code}）` }))}
        onChange={(chosen: string) => onChange(chosen)}
        showSearch={{ filterOption: false, onSearch: setTyped }}
        notFoundContent={say(uiTexts.noMatch)}
        getPopupContainer={(trigger) => trigger.closest("dialog") ?? document.body}
      />
    </div>
  );
}
