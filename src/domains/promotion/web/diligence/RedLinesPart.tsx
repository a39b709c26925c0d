import { type RedLineReading, redLineBandWords, redLineWords } from "#domains/promotion/contract/statement-red-lines.ts";
import { diligenceWebTexts as texts } from "#domains/promotion/web/diligence/diligence-web-texts.ts";
import type { ViewPart } from "#domains/promotion/web/diligence/view-part.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { type Column, DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";
import { StateChip } from "#ui/StateChip.tsx";

const TONES = { stop: "alert", caution: "active", clear: "done", missing: "muted" } as const;

export function RedLinesPart({ view }: ViewPart) {
  const { say, language } = useWords();
  const columns: readonly Column<RedLineReading>[] = [
    { key: "line", title: say(texts.line), short: true, cell: (reading) => say(redLineWords[reading.line]) },
    {
      key: "band",
      title: say(texts.band),
      short: true,
      cell: (reading) => <StateChip tone={TONES[reading.band]}>{say(redLineBandWords[reading.band])}</StateChip>,
    },
    {
      key: "reading",
      title: say(texts.reading),
      cell: (reading) => (
        <div>
          {reading[language]}
          <span className="quiet under">{reading.source}</span>
        </div>
      ),
    },
  ];
  // Reports of a year come in the course of the next: one that is older than that says nothing of today.
  const old = view.now.report !== null && Number(view.now.asOf.slice(0, 4)) - view.now.report.year > 2;
  return (
    <Section title={say(texts.lines)} aside={<AppLink to="/promotion/diligence-rules">{say(texts.rulesNote)}</AppLink>}>
      {old ? (
        <p className="notice" role="status">
          {say(texts.oldStatement, { year: view.now.report?.year ?? "–", asOf: view.now.asOf })}
        </p>
      ) : null}
      <DataTable caption={say(texts.lines)} rows={view.now.report?.readings ?? []} columns={columns} rowKey={({ line }) => line} />
    </Section>
  );
}
