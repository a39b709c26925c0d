import { useState } from "react";
import { type DossierEdition, DossierPart, type DossierSaid, dossierPartWords } from "#domains/promotion/contract/dossier.ts";
import { DILIGENCE_TOUCHED, dossiers } from "#domains/promotion/web/diligence/diligence-client.ts";
import { ClauseFields } from "#domains/promotion/web/dossier/ClauseFields.tsx";
import { dossierWebTexts as texts } from "#domains/promotion/web/dossier/dossier-web-texts.ts";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";

const EMPTY: DossierSaid = { who: "", fit: "", introduction: "", space: "", conditions: "", clauses: [], risks: "", asked: "" };
const OFFERED: readonly DossierPart[] = ["introduction", "space", "conditions"];

type WriteDossierProps = {
  readonly leadId: string;
  readonly draft: DossierEdition | undefined;
  /** A further edition begins with the words of the one before. */
  readonly from: DossierSaid | undefined;
  readonly onClose: () => void;
};

export function WriteDossier({ leadId, draft, from, onClose }: WriteDossierProps) {
  const { say } = useWords();
  const [said, setSaid] = useState<DossierSaid>(from ?? EMPTY);
  const set = (change: Partial<DossierSaid>) => setSaid((before) => ({ ...before, ...change }));
  const take = useCommand(
    () => dossiers.writeDossier({ id: leadId, ...(draft === undefined ? {} : { version: draft.version }), said }),
    DILIGENCE_TOUCHED,
    onClose,
  );
  return (
    <CommandForm
      open
      wide
      title={say(texts.write)}
      submit={say(texts.save)}
      busy={take.isPending}
      error={take.error}
      onSubmit={() => take.mutate(undefined)}
      onClose={onClose}
    >
      <p className="quiet">{say(texts.generalOnly)}</p>
      {DossierPart.options.map((part) =>
        part === "clauses" ? (
          <ClauseFields key={part} clauses={said.clauses} onChange={(clauses) => set({ clauses })} />
        ) : (
          <Field
            key={part}
            label={say(dossierPartWords[part])}
            value={said[part]}
            onChange={(text) => set({ [part]: text })}
            rows={OFFERED.includes(part) ? 2 : 3}
            maxLength={3000}
            autoFocus={part === "who"}
          />
        ),
      )}
    </CommandForm>
  );
}
