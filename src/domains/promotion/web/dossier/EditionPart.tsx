import type { DossierEdition } from "#domains/promotion/contract/dossier.ts";
import { paperStateWords } from "#domains/promotion/contract/paper.ts";
import { DILIGENCE_TOUCHED, dossierAddress, dossiers } from "#domains/promotion/web/diligence/diligence-client.ts";
import { diligenceWebTexts } from "#domains/promotion/web/diligence/diligence-web-texts.ts";
import { PaperSteps } from "#domains/promotion/web/diligence/PaperSteps.tsx";
import { PAPER_TONES } from "#domains/promotion/web/diligence/paper-tones.ts";
import { dossierWebTexts as texts } from "#domains/promotion/web/dossier/dossier-web-texts.ts";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";
import { StateChip } from "#ui/StateChip.tsx";
import { useCommand } from "#ui/use-command.ts";

type EditionPartProps = { readonly leadId: string; readonly edition: DossierEdition; readonly onEdit: () => void };

/** Where the edition stands, its review by a second person, and the paper to take along. */
export function EditionPart({ leadId, edition, onEdit }: EditionPartProps) {
  const { say, language } = useWords();
  const { id, version } = edition;
  const submit = useCommand(() => dossiers.submitDossier({ id: leadId, dossierId: id, version }), DILIGENCE_TOUCHED);
  return (
    <Section
      title={say(texts.review)}
      aside={
        <span className="actions">
          <a href={dossierAddress(leadId, "docx", edition.edition, language)} download>
            {say(texts.word)}
          </a>
          <a href={dossierAddress(leadId, "pdf", edition.edition, language)} download>
            {say(texts.pdf)}
          </a>
        </span>
      }
    >
      <div className="section-body stack-small">
        <div className="list-line">
          <strong>{say(diligenceWebTexts.edition, { edition: edition.edition })}</strong>
          <StateChip tone={PAPER_TONES[edition.state]}>{say(paperStateWords[edition.state])}</StateChip>
        </div>
        <span className="quiet">
          {say(diligenceWebTexts.written, { by: edition.writtenBy, on: edition.submittedOn ?? edition.writtenOn })}
        </span>
        {edition.reviewed ? (
          <span>{say(diligenceWebTexts.reviewed, edition.reviewed)}</span>
        ) : (
          <span className="quiet">{say(texts.reviewHint)}</span>
        )}
        <PaperSteps
          paper={edition}
          submit={submit}
          onEdit={onEdit}
          run={(approve, review) => dossiers.reviewDossier({ id: leadId, dossierId: id, version, approve, review })}
        />
      </div>
    </Section>
  );
}
