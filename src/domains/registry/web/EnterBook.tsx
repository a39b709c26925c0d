import { useState } from "react";
import { BookKind, bookWords } from "#domains/registry/contract/enterprise.ts";
import { actTexts, enterpriseTexts } from "#domains/registry/web/enterprise-texts.ts";
import { OfficialChoice } from "#domains/registry/web/OfficialChoice.tsx";
import { registry, TOUCHED_BY_AN_ENTERPRISE } from "#domains/registry/web/registry-client.ts";
import { localDate } from "#kernel/local-date.ts";
import { Choice } from "#ui/Choice.tsx";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";
import { useViewer } from "#ui/viewer.tsx";

type EnterBookProps = { readonly enterpriseId: string; readonly onClose: () => void };

/** As what the zone keeps it, since when, and who looks after it. */
export function EnterBook({ enterpriseId, onClose }: EnterBookProps) {
  const { say } = useWords();
  const { today } = useViewer();
  const [kind, setKind] = useState<BookKind>("resident");
  const [from, setFrom] = useState(today);
  const [liaisonId, setLiaison] = useState("");
  const [note, setNote] = useState("");
  const enter = useCommand(
    () => registry.enterBook({ id: enterpriseId, kind, from: localDate(from), liaisonId: liaisonId || undefined, note }),
    TOUCHED_BY_AN_ENTERPRISE,
    onClose,
  );
  return (
    <CommandForm
      open
      title={say(actTexts.enterBook)}
      submit={say(actTexts.enterBook)}
      busy={enter.isPending}
      error={enter.error}
      onSubmit={() => enter.mutate(undefined)}
      onClose={onClose}
    >
      <Choice
        stacked
        label={say(actTexts.bookKind)}
        value={kind}
        onChange={(value) => setKind(BookKind.parse(value))}
        options={BookKind.options.map((value) => ({ value, label: say(bookWords[value]) }))}
      />
      <Field label={say(enterpriseTexts.from)} type="date" value={from} onChange={setFrom} required />
      <OfficialChoice stacked label={say(enterpriseTexts.liaison)} value={liaisonId} onChange={setLiaison} />
      <Field label={say(actTexts.bookNote)} value={note} onChange={setNote} rows={3} maxLength={500} />
    </CommandForm>
  );
}
