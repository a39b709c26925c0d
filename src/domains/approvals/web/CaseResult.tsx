import type { CaseView } from "#domains/approvals/contract/case.ts";
import { pieceAddress } from "#domains/approvals/web/approvals-client.ts";
import { caseTexts, deliveryWords } from "#domains/approvals/web/case-texts.ts";
import { FactLine, Facts } from "#domains/approvals/web/Facts.tsx";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";

const isHow = (how: string): how is keyof typeof deliveryWords => how in deliveryWords;

export function CaseResult({ view: { result } }: { readonly view: CaseView }) {
  const { say, language } = useWords();
  if (!result) return null;
  const how = result.deliveredHow ?? "";
  return (
    <Section title={say(caseTexts.result)}>
      {result.revokedOn ? (
        <p className="notice notice-alert">{say(caseTexts.revoked, { day: result.revokedOn, reason: result.revokedBecause ?? "–" })}</p>
      ) : null}
      <Facts>
        <FactLine label={say(caseTexts.result)}>{result.name[language]}</FactLine>
        <FactLine label={say(caseTexts.resultNumber)}>{result.number}</FactLine>
        <FactLine label={say(caseTexts.datedOn)}>{result.datedOn}</FactLine>
        <FactLine label={say(caseTexts.validUntil)}>{result.validUntil}</FactLine>
        <FactLine label={say(caseTexts.delivered)}>
          {result.deliveredOn
            ? say(caseTexts.deliveredLine, { day: result.deliveredOn, how: isHow(how) ? say(deliveryWords[how]) : how })
            : say(caseTexts.notDelivered)}
        </FactLine>
        <FactLine label={say(caseTexts.document)}>
          {result.pieceId ? <a href={pieceAddress(result.pieceId)}>{say(caseTexts.download)}</a> : null}
        </FactLine>
      </Facts>
    </Section>
  );
}
