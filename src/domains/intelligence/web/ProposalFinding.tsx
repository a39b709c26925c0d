import type { Figure as FigureFinding } from "#domains/intelligence/contract/extraction.ts";
import type { Proposal } from "#domains/intelligence/contract/intelligence-operations.ts";
import { basisTexts, growthBaseTexts, organisationKindTexts, proposalTexts, withTexts } from "#domains/intelligence/web/proposal-texts.ts";
import { quantityOf } from "#kernel/quantity.ts";
import { sayQuantity } from "#kernel/say-quantity.ts";
import type { Text } from "#kernel/texts.ts";
import { Figure } from "#ui/Figure.tsx";
import { Growth } from "#ui/Growth.tsx";
import { useWords } from "#ui/language.tsx";
import { signed } from "#ui/print-figure.ts";
import { StateChip } from "#ui/StateChip.tsx";
import { sayPeriod } from "#ui/say-period.ts";

/** A finding in one or two lines; what is not settled stands out by a word. */
export function ProposalFinding({ proposal }: { readonly proposal: Proposal }) {
  const { say, language } = useWords();
  const yuan = (amount: string | null) => {
    const quantity = quantityOf(amount ?? "", "元");
    return quantity.ok ? sayQuantity(quantity.value, language) : "";
  };
  switch (proposal.type) {
    case "figure":
      return <FigureLines figure={proposal.finding} />;
    case "project":
      return (
        <Lines
          head={proposal.finding.name}
          parts={[
            proposal.finding.company,
            proposal.finding.stage,
            proposal.finding.place,
            proposal.finding.investmentYuan ? `${say(proposalTexts.investment)} ${yuan(proposal.finding.investmentYuan)}` : null,
          ]}
        />
      );
    case "organisation":
      return <Lines head={proposal.finding.name} parts={[wordOf(organisationKindTexts, proposal.finding.kind, say)]} />;
    case "policy":
      return (
        <Lines
          head={proposal.finding.name}
          parts={[proposal.finding.amountYuan ? `${say(proposalTexts.amount)} ${yuan(proposal.finding.amountYuan)}` : null]}
        />
      );
    case "mechanism":
      return <Lines head={proposal.finding.name} parts={[]} />;
  }
}

function Lines({ head, parts }: { readonly head: string; readonly parts: readonly (string | null)[] }) {
  return (
    <>
      <strong className="proposal-name">{head}</strong>
      <span className="proposal-parts">{parts.filter(Boolean).join(" · ")}</span>
    </>
  );
}

function FigureLines({ figure }: { readonly figure: FigureFinding }) {
  const { say, language } = useWords();
  const known = [figure.region, figure.period ? sayPeriod(figure.period, language) : null, wordOf(basisTexts, figure.basis, say)];
  const open = [
    figure.period === null || figure.period.startsWith("?") ? proposalTexts.periodUnknown : undefined,
    figure.region === null ? proposalTexts.regionUnknown : undefined,
    figure.code === null ? proposalTexts.noCode : undefined,
    figure.kind === "target" ? proposalTexts.target : undefined,
    figure.repeated ? proposalTexts.repeated : undefined,
  ].filter((text) => text !== undefined);
  return (
    <>
      <span className="proposal-name">
        <strong>{figure.indicator}</strong>
        <span className="proposal-figure">
          <Figure value={figure.value} unit={figure.unit} name={figure.indicator} approximation={figure.approximation} />
          {figure.yoyPct === null || (figure.unit === "%" && figure.yoyPct === figure.value) ? null : (
            <Growth value={figure.yoyPct} label={wordOf(growthBaseTexts, figure.growthBase ?? "last-year", say)} />
          )}
        </span>
      </span>
      <span className="proposal-parts">
        {known.filter(Boolean).join(" · ")}
        {figure.comparison
          ? ` · ${say(proposalTexts.against, { with: wordOf(withTexts, figure.comparison.with, say), points: signed(figure.comparison.points) })}`
          : null}
      </span>
      {open.length > 0 ? (
        <span className="proposal-open">
          {open.map((text) => (
            <StateChip key={text.en} tone="alert">
              {say(text)}
            </StateChip>
          ))}
        </span>
      ) : null}
    </>
  );
}

const wordOf = (texts: Readonly<Record<string, Text>>, key: string, say: (text: Text) => string): string => {
  const text = texts[key];
  return text ? say(text) : key;
};
