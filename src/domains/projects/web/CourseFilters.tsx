import { useId } from "react";
import { categoryWords, KeyLevel, keyLevelWords, ProjectCategory } from "#domains/projects/contract/project.ts";
import { courseTexts, listWords } from "#domains/projects/web/course-texts.ts";
import { useCourseFilter } from "#domains/projects/web/use-course-filter.ts";
import type { Text } from "#kernel/texts.ts";
import { Choice } from "#ui/Choice.tsx";
import { useWords } from "#ui/language.tsx";
import { SearchField } from "#ui/SearchField.tsx";
import { uiTexts } from "#ui/ui-texts.ts";
import { useAddress } from "#ui/use-address.ts";
import { useViewer } from "#ui/viewer.tsx";

const LISTS = ["pre-start", "starting", "under-construction", "completed"] as const;

/** The same filters for Gantt and map, in the address. */
export function CourseFilters() {
  const { say } = useWords();
  const { today } = useViewer();
  const [, change] = useAddress();
  const filter = useCourseFilter();
  const id = useId();
  const choices = <Key extends string>(keys: readonly Key[], words: Readonly<Record<Key, Text>>) => [
    { value: "", label: say(uiTexts.all) },
    ...keys.map((value) => ({ value, label: say(words[value]) })),
  ];
  return (
    <>
      <SearchField label={say(courseTexts.search)} value={filter.q ?? ""} onChange={(q) => change({ q })} />
      <Choice
        label={say(courseTexts.list)}
        value={filter.list ?? ""}
        onChange={(list) => change({ list })}
        options={choices(LISTS, listWords)}
      />
      <Choice
        label={say(courseTexts.category)}
        value={filter.category ?? ""}
        onChange={(category) => change({ category })}
        options={choices(ProjectCategory.options, categoryWords)}
      />
      <Choice
        label={say(courseTexts.level)}
        value={filter.level ?? ""}
        onChange={(level) => change({ level })}
        options={choices(KeyLevel.options, keyLevelWords)}
      />
      <div className="filter">
        <label htmlFor={id}>{say(courseTexts.asOf)}</label>
        <input
          id={id}
          type="date"
          className="input"
          value={filter.asOf ?? today}
          onChange={(event) => change({ asOf: event.target.value === today ? "" : event.target.value })}
        />
      </div>
    </>
  );
}
