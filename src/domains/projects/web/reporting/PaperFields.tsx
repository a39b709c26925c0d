import { MOST_PAPERS } from "#domains/projects/contract/investment-operations.ts";
import { PAPER_TYPES } from "#domains/projects/web/paper-types.ts";
import { reportTexts } from "#domains/projects/web/reporting/report-texts.ts";
import { MOST_BYTES } from "#domains/projects/web/reporting/use-photos.ts";
import { useWords } from "#ui/language.tsx";
import { UploadArea } from "#ui/UploadArea.tsx";

type PaperFieldsProps = { readonly papers: readonly File[]; readonly onChange: (papers: readonly File[]) => void };

/** Invoices and sheets that prove the amount, sent with the report. */
export function PaperFields({ papers, onChange }: PaperFieldsProps) {
  const { say } = useWords();
  return (
    <fieldset className="photo-fields">
      <legend>{say(reportTexts.papers)}</legend>
      <UploadArea
        files={papers}
        onChange={onChange}
        maxFiles={MOST_PAPERS}
        maxBytes={MOST_BYTES}
        accept={PAPER_TYPES}
        hint={say(reportTexts.papersHint)}
      />
    </fieldset>
  );
}
