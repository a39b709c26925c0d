import { categoryWords, KeyLevel, keyLevelWords, ProjectCategory, ProjectStage, stageWords } from "#domains/projects/contract/project.ts";
import { wallTexts } from "#domains/projects/web/wall-texts.ts";
import { findLocalDate } from "#kernel/local-date.ts";
import { Choice } from "#ui/Choice.tsx";
import { useWords } from "#ui/language.tsx";
import { uiTexts } from "#ui/ui-texts.ts";
import { useAddress } from "#ui/use-address.ts";
import { useViewer } from "#ui/viewer.tsx";

/** Day, category 科产城, key level and stage as they stand in the address; words that mean nothing are not heard. */
export function useProjectFilters() {
  const [address, change] = useAddress();
  return {
    asOf: findLocalDate(address["asOf"] ?? ""),
    category: ProjectCategory.safeParse(address["category"]).data,
    level: KeyLevel.safeParse(address["level"]).data,
    stage: ProjectStage.safeParse(address["stage"]).data,
    address,
    change,
  };
}

/** The filters that all pages over many projects have. */
export function ProjectFilters() {
  const { say } = useWords();
  const { today } = useViewer();
  const { asOf, category, level, stage, change } = useProjectFilters();
  const all = { value: "", label: say(uiTexts.all) };
  return (
    <>
      <label>
        {say(wallTexts.asOf)}
        <input
          type="date"
          className="input"
          style={{ width: 150 }}
          value={asOf ?? today}
          onChange={(event) => change({ asOf: event.target.value === today ? undefined : event.target.value })}
        />
      </label>
      <Choice
        label={say(wallTexts.category)}
        value={category ?? ""}
        onChange={(value) => change({ category: value })}
        options={[all, ...ProjectCategory.options.map((value) => ({ value, label: say(categoryWords[value]) }))]}
      />
      <Choice
        label={say(wallTexts.level)}
        value={level ?? ""}
        onChange={(value) => change({ level: value })}
        options={[all, ...KeyLevel.options.map((value) => ({ value, label: say(keyLevelWords[value]) }))]}
      />
      <Choice
        label={say(wallTexts.stage)}
        value={stage ?? ""}
        onChange={(value) => change({ stage: value })}
        options={[all, ...ProjectStage.options.map((value) => ({ value, label: say(stageWords[value]) }))]}
      />
    </>
  );
}
