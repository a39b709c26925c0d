import { useState } from "react";
import type { SupervisionView } from "#domains/projects/contract/supervision-operations.ts";
import { supervision } from "#domains/projects/web/projects-client.ts";
import { supervisionTexts } from "#domains/projects/web/supervision/supervision-texts.ts";
import { usePeople } from "#domains/projects/web/use-people.ts";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { SearchChoice } from "#ui/SearchChoice.tsx";
import { useCommand } from "#ui/use-command.ts";
import { useViewer } from "#ui/viewer.tsx";

export type SupervisionMove = "issue" | "reply" | "close";
type MoveSupervisionProps = { readonly item: SupervisionView; readonly move: SupervisionMove; readonly onClose: () => void };

const WORDS = {
  issue: { title: supervisionTexts.issue, label: supervisionTexts.demand, rows: 6, most: 2000 },
  reply: { title: supervisionTexts.replyButton, label: supervisionTexts.reply, rows: 6, most: 2000 },
  close: { title: supervisionTexts.close, label: supervisionTexts.note, rows: 3, most: 500 },
} as const;

/** Issue, reply, close: each asks for its words; issuing names whom the letter is for. */
export function MoveSupervision({ item, move, onClose }: MoveSupervisionProps) {
  const { say, language } = useWords();
  const { permissions } = useViewer();
  const [words, setWords] = useState(move === "issue" ? (item.draft?.[language] ?? "") : "");
  const [addresseeId, setAddresseeId] = useState(item.addressee?.id ?? "");
  const { title, label, rows, most } = WORDS[move];
  const mayName = move === "issue" && permissions.has("projects.hand-over");
  const officials = usePeople();
  const take = useCommand(
    () => {
      const of = { supervisionId: item.id, version: item.version };
      if (move === "issue") return supervision.issueSupervision({ ...of, text: words, ...(addresseeId === "" ? {} : { addresseeId }) });
      if (move === "reply") return supervision.replySupervision({ ...of, reply: words });
      return supervision.closeSupervision({ ...of, note: words });
    },
    ["supervision", "project-colour"],
    onClose,
  );
  return (
    <CommandForm
      open
      title={`${say(title)} · ${item.project.name}`}
      submit={say(title)}
      busy={take.isPending}
      error={take.error}
      onSubmit={() => take.mutate(undefined)}
      onClose={onClose}
    >
      {move === "issue" ? <p className="notice">{say(supervisionTexts.issueHint)}</p> : null}
      {mayName ? (
        <SearchChoice
          stacked
          label={say(supervisionTexts.addressee)}
          value={addresseeId}
          onChange={setAddresseeId}
          options={[
            { value: "", label: say(supervisionTexts.nobody) },
            ...(officials.data?.items ?? []).map((person) => ({
              value: person.id,
              label: person.department === null ? person.name : `${person.name} · ${person.department}`,
            })),
          ]}
        />
      ) : null}
      <Field
        label={say(label)}
        value={words}
        onChange={setWords}
        rows={rows}
        required
        minLength={2}
        maxLength={most}
        autoFocus
        {...(move === "issue"
          ? {
              hint: say(supervisionTexts.draftHint, {
                reasons: item.reasons.map((reason) => reason[language]).join(language === "zh" ? "；" : "; "),
              }),
            }
          : {})}
      />
    </CommandForm>
  );
}
