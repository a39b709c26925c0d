import type { z } from "zod";
import type { DuplicateTerm, DuplicateView } from "#domains/registry/contract/duplicate-operations.ts";
import { type EnterpriseRow, type ProfileField, statusWords } from "#domains/registry/contract/enterprise.ts";
import { BookChips } from "#domains/registry/web/BookChips.tsx";
import { duplicateStateTexts, duplicateTexts } from "#domains/registry/web/duplicate-texts.ts";
import { termWords } from "#domains/registry/web/enterprise-texts.ts";
import { sayField } from "#domains/registry/web/say-field.ts";
import { searchTexts } from "#domains/registry/web/search-texts.ts";
import { AbilityButton } from "#ui/AbilityButton.tsx";
import { AppLink } from "#ui/AppLink.tsx";
import { DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";
import { StateChip } from "#ui/StateChip.tsx";
import { useYuan } from "#ui/use-yuan.ts";

export type Duplicate = z.infer<typeof DuplicateView>;
type DuplicatePairProps = { readonly pair: Duplicate; readonly onMerge: () => void; readonly onDismiss: () => void };

/** Two that may be one, side by side, and term by term what they have in common. */
export function DuplicatePair({ pair, onMerge, onDismiss }: DuplicatePairProps) {
  const { say } = useWords();
  const { score, terms, state } = pair;
  return (
    <Section
      title={say(duplicateTexts.score, { score })}
      aside={
        <span className="actions">
          <span className="quiet">{say(duplicateTexts.foundOn, { day: pair.foundOn })}</span>
          {state === "OPEN" ? (
            <>
              <AbilityButton size="small" type="primary" ability={pair.abilities["merge"]} onClick={onMerge}>
                {say(duplicateTexts.merge)}
              </AbilityButton>
              <AbilityButton size="small" ability={pair.abilities["dismiss"]} onClick={onDismiss}>
                {say(duplicateTexts.dismiss)}
              </AbilityButton>
            </>
          ) : (
            <StateChip tone="muted">{say(duplicateStateTexts[state])}</StateChip>
          )}
        </span>
      }
    >
      <div className="sides">
        <Side row={pair.one} label={say(duplicateTexts.one)} />
        <Side row={pair.other} label={say(duplicateTexts.other)} />
      </div>
      <TermTable terms={terms} />
      {pair.because ? (
        <p className="section-body quiet">{say(duplicateTexts.decided, { by: pair.decidedBy ?? "–", because: pair.because })}</p>
      ) : null}
    </Section>
  );
}

function Side({ row, label }: { readonly row: EnterpriseRow; readonly label: string }) {
  const { say } = useWords();
  const { exact } = useYuan();
  const facts = [
    [searchTexts.region, row.region ?? row.regionCode],
    [searchTexts.class, [row.className, row.classCode].filter(Boolean).join(" ")],
    [searchTexts.founded, row.foundedOn],
    [searchTexts.capital, row.capitalYuan === null ? null : exact(row.capitalYuan)],
    [searchTexts.employees, row.employees],
  ] as const;
  return (
    <article className="side" aria-label={label}>
      <p>
        <span className="quiet">{label} </span>
        <AppLink to={`/registry/${row.id}`}>{row.name}</AppLink>
        <span className="under quiet">
          <span className="registry-code">{row.identifier}</span> {say(statusWords[row.status])} <BookChips book={row.book} />
        </span>
      </p>
      <dl className="facts">
        {facts
          .filter(([, value]) => value !== null && value !== "")
          .map(([text, value]) => (
            <div key={text.en} className="facts-row">
              <dt>{say(text)}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </article>
  );
}

/** Terms that are fields of the profile are written as there. */
const FIELDS: Readonly<Partial<Record<DuplicateTerm["term"], ProfileField>>> = { capital: "capitalYuan" };

export function TermTable({ terms }: { readonly terms: readonly DuplicateTerm[] }) {
  const { say, language } = useWords();
  const shown = (term: DuplicateTerm, value: string) => {
    const field = FIELDS[term.term];
    return field === undefined ? value : sayField(field, value, language);
  };
  return (
    <div className="terms">
      <DataTable
        caption={say(duplicateTexts.why)}
        rows={terms}
        rowKey={(row) => row.term}
        total={terms.length}
        columns={[
          { key: "field", short: true, title: say(duplicateTexts.why), width: "18%", cell: (row) => say(termWords[row.term]) },
          { key: "one", title: say(duplicateTexts.one), width: "32%", cell: (row) => shown(row, row.one) },
          { key: "other", title: say(duplicateTexts.other), width: "32%", cell: (row) => shown(row, row.other) },
          {
            key: "points",
            figure: true,
            title: say(duplicateTexts.points),
            cell: (row) => say(duplicateTexts.pointsOf, { points: row.points, of: row.of }),
          },
        ]}
      />
    </div>
  );
}
