import { useState } from "react";
import type { z } from "zod";
import { stateWords } from "#domains/economy/contract/card-words.ts";
import type { CardView } from "#domains/economy/contract/economy-operations.ts";
import type { ReportCard, ReportCardFigure } from "#domains/economy/contract/report-card.ts";
import { CardActions } from "#domains/economy/web/CardActions.tsx";
import { CardConflicts } from "#domains/economy/web/CardConflicts.tsx";
import { CardFigureTable } from "#domains/economy/web/CardFigureTable.tsx";
import { CardHistory } from "#domains/economy/web/CardHistory.tsx";
import { CardNext } from "#domains/economy/web/CardNext.tsx";
import { CardSettings } from "#domains/economy/web/CardSettings.tsx";
import { CardSteps } from "#domains/economy/web/CardSteps.tsx";
import { CheckList } from "#domains/economy/web/CheckList.tsx";
import { cardTexts } from "#domains/economy/web/card-texts.ts";
import { Downloads } from "#domains/economy/web/Downloads.tsx";
import { cardAddress, economy } from "#domains/economy/web/economy-client.ts";
import { SourcesDrawer } from "#domains/economy/web/SourcesDrawer.tsx";
import { AppLink } from "#ui/AppLink.tsx";
import { useWords } from "#ui/language.tsx";
import { Page, Section } from "#ui/Page.tsx";
import { StateChip } from "#ui/StateChip.tsx";
import { useErrorSentence } from "#ui/sentences.tsx";
import { useCommand } from "#ui/use-command.ts";

type CardEditorProps = { readonly view: z.infer<typeof CardView> };

export function CardEditor({ view: { card, row, next } }: CardEditorProps) {
  const { say, language } = useWords();
  const errorSentence = useErrorSentence();
  const [opened, setOpened] = useState<ReportCardFigure>();
  const choose = useCommand(
    (excluded: string[]) => economy.editReportCard({ id: card.id, version: card.version, excluded }),
    ["report-card"],
  );
  const toggle = (figure: ReportCardFigure, included: boolean) => {
    const rest = card.excluded.filter((id) => !figure.observationIds.includes(id));
    choose.mutate(included ? rest : [...rest, ...figure.observationIds]);
  };
  const counts = {
    edition: card.edition,
    state: say(stateWords[card.state]),
    figures: card.figures.length,
    conflicts: card.conflicts.length,
    open: card.checks.filter((check) => check.ok !== true).length,
    missing: card.missing.length,
  };
  return (
    <Page
      title={language === "en" ? card.titleEn || card.title : card.title}
      back={<AppLink to="/report-cards">{say(cardTexts.back)}</AppLink>}
      state={
        <>
          {say(cardTexts.cardState, counts)} {card.preliminary ? <StateChip>{say(cardTexts.preliminaryChip)}</StateChip> : null}
        </>
      }
      action={<CardActions card={card} slug={row.slug} />}
    >
      <CardSteps state={card.state} edition={card.edition} />
      <CardNext waiting={row.waitsFor} next={next} />
      {card.stale ? <p className="notice">{say(card.state === "DRAFT" ? cardTexts.stale : cardTexts.staleFrozen)}</p> : null}
      {choose.error ? (
        <p className="notice notice-alert" role="alert">
          {errorSentence(choose.error)}
        </p>
      ) : null}
      <Section title={say(cardTexts.figures)}>
        <CardFigureTable
          figures={card.figures}
          excluded={card.excluded}
          ability={card.abilities["edit"]}
          onOpen={setOpened}
          onToggle={toggle}
        />
      </Section>
      {card.relatedRegions.map((related) => (
        <p key={related.region} className="quiet">
          {say(cardTexts.related, { region: related.region, count: related.figures })}
        </p>
      ))}
      <div className="columns">
        <div className="stack">
          <CheckList checks={card.checks} />
          <CardConflicts
            conflicts={card.conflicts}
            nameOf={(conflict) => (language === "en" && englishName(card, conflict.code)) || conflict.indicator}
          />
        </div>
        <div className="stack">
          <CardSettings card={card} />
          <Section title={say(cardTexts.missing)}>
            {card.missing.length === 0 ? (
              <p className="section-body">{say(cardTexts.nothingMissing)}</p>
            ) : (
              <ul className="list">
                {card.missing.map((gap) => (
                  <li key={gap.code}>
                    <AppLink to={`/indicators/${gap.code}`}>{language === "en" ? gap.indicatorEn : gap.indicator}</AppLink>
                  </li>
                ))}
              </ul>
            )}
          </Section>
          <Downloads addressOf={(format) => cardAddress(card.id, format, language)} />
          <CardHistory steps={card.history} />
        </div>
      </div>
      <SourcesDrawer figure={opened} onClose={() => setOpened(undefined)} linked />
    </Page>
  );
}

const englishName = (card: ReportCard, code: string | null): string | null | undefined =>
  code === null ? null : card.figures.find((figure) => figure.code === code)?.indicatorEn;
