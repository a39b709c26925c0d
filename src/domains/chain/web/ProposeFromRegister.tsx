import { useState } from "react";
import { chain, TOUCHED_BY_THE_CHAIN } from "#domains/chain/web/chain-client.ts";
import { placementTexts } from "#domains/chain/web/placement-texts.ts";
import { BookKind, bookWords } from "#domains/registry/contract/enterprise.ts";
import { Choice } from "#ui/Choice.tsx";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";

/** Looks for places for those whom a filter of the register finds; says how many it proposed before it closes. */
export function ProposeFromRegister({ onClose }: { readonly onClose: () => void }) {
  const { say } = useWords();
  const [book, setBook] = useState<string>("resident");
  const [q, setQ] = useState("");
  const [classCode, setClassCode] = useState("");
  const [most, setMost] = useState("200");
  const propose = useCommand(
    () =>
      chain.proposePlacements({
        most: Number(most),
        pool: {
          ...(book === "" ? {} : { book: BookKind.parse(book) }),
          ...(q.trim() === "" ? {} : { q: q.trim() }),
          ...(classCode.trim() === "" ? {} : { classCode: classCode.trim().toUpperCase() }),
        },
      }),
    TOUCHED_BY_THE_CHAIN,
  );
  const done = propose.data;
  return (
    <CommandForm
      open
      title={say(placementTexts.fromRegister)}
      submit={say(placementTexts.fromRegister)}
      busy={propose.isPending}
      error={propose.error}
      onSubmit={() => propose.mutate(undefined)}
      onClose={onClose}
    >
      <Choice
        stacked
        label={say(placementTexts.whose)}
        value={book}
        onChange={setBook}
        options={[
          ...BookKind.options.map((value) => ({ value, label: say(bookWords[value]) })),
          { value: "", label: say(placementTexts.everybody) },
        ]}
      />
      <Field label={say(placementTexts.words)} value={q} onChange={setQ} maxLength={80} />
      <Field
        label={say(placementTexts.classCode)}
        value={classCode}
        onChange={setClassCode}
        maxLength={5}
        hint={say(placementTexts.classHint)}
      />
      <Field label={say(placementTexts.most)} value={most} onChange={setMost} inputMode="numeric" required maxLength={4} />
      {done ? (
        <p className="notice" role="status">
          {say(placementTexts.proposedNow, { rows: done.rows.length, proposed: done.proposed })}
        </p>
      ) : null}
    </CommandForm>
  );
}
