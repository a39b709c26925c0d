import { leadTexts as texts } from "#domains/promotion/web/lead-page-texts.ts";
import type { Text } from "#kernel/texts.ts";
import { Choice } from "#ui/Choice.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";

export type Category = "science" | "industry" | "city";
const WORDS: Readonly<Record<Category, Text>> = {
  industry: { zh: "产业", en: "Industry" },
  science: { zh: "科技", en: "Science" },
  city: { zh: "城市", en: "City" },
};

type RegisterFieldsProps = {
  readonly category: Category;
  readonly onCategory: (category: Category) => void;
  readonly project: string;
  readonly onProject: (code: string) => void;
};

/** What the register of projects is told beside the lead: the category, and the project that it may have already. */
export function RegisterFields({ category, onCategory, project, onProject }: RegisterFieldsProps) {
  const { say } = useWords();
  return (
    <>
      <Choice
        stacked
        label={say(texts.category)}
        value={category}
        onChange={(value) => onCategory(value as Category)}
        options={Object.entries(WORDS).map(([value, words]) => ({ value, label: say(words) }))}
      />
      <Field label={say(texts.projectCode)} value={project} onChange={onProject} maxLength={40} hint={say(texts.projectCodeHint)} />
    </>
  );
}
