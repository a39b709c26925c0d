import { useState } from "react";
import type { z } from "zod";
import type { PublishedCard } from "#domains/economy/contract/economy-operations.ts";
import type { ReportCardFigure } from "#domains/economy/contract/report-card.ts";
import { AsOf } from "#domains/economy/web/AsOf.tsx";
import { CardFigureTable } from "#domains/economy/web/CardFigureTable.tsx";
import { CardTiles } from "#domains/economy/web/CardTiles.tsx";
import { CheckList } from "#domains/economy/web/CheckList.tsx";
import { cardTexts, publicTexts } from "#domains/economy/web/card-texts.ts";
import { Downloads } from "#domains/economy/web/Downloads.tsx";
import { publishedAddress } from "#domains/economy/web/economy-client.ts";
import { SourcesDrawer } from "#domains/economy/web/SourcesDrawer.tsx";
import { Instant, localDateOf } from "#kernel/local-date.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { useWords } from "#ui/language.tsx";
import { Page, Section } from "#ui/Page.tsx";
import { useTimes } from "#ui/use-times.ts";

type Published = z.infer<typeof PublishedCard>;
type PublicCardProps = { readonly published: Published; readonly zoneSlug: string };

export function PublicCard({ published, zoneSlug }: PublicCardProps) {
  const { say, language } = useWords();
  const { day } = useTimes();
  const [opened, setOpened] = useState<ReportCardFigure>();
  const { card, withdrawn } = published;
  const dayOf = (time: string) => day(localDateOf(Instant.parse(time)));
  const zone = (language === "en" && published.zone.en) || published.zone.zh;
  const signer = card?.signer ? say(publicTexts.signed, card.signer) : "";
  return (
    <Page
      title={card ? (language === "en" && card.titleEn) || card.title : say(publicTexts.title, { zone })}
      back={<AppLink to={`/public/${zoneSlug}`}>{say(publicTexts.all)}</AppLink>}
      state={say(publicTexts.state, { date: dayOf(published.publishedAt), version: published.version, signer })}
    >
      {withdrawn ? (
        <p className="notice notice-alert" role="status">
          {say(publicTexts.withdrawn, { date: dayOf(withdrawn.at), reason: withdrawn.reason })}
        </p>
      ) : null}
      {card ? (
        <>
          {card.preliminary ? <p className="notice">{say(publicTexts.preliminary)}</p> : null}
          <CardTiles figures={card.figures} onOpen={setOpened} />
          <Section title={say(cardTexts.figures)} aside={<span className="quiet no-print">{say(publicTexts.opens)}</span>}>
            <CardFigureTable figures={card.figures} onOpen={setOpened} />
          </Section>
          <div className="columns">
            <CheckList checks={card.checks} />
            <div className="stack">
              <Downloads
                addressOf={(format) =>
                  publishedAddress({ zone: zoneSlug, slug: published.slug, version: published.version }, format, language)
                }
              />
              <AsOf />
              {published.versions.length > 1 ? (
                <Section title={say(publicTexts.versions)}>
                  <ul className="list">
                    {published.versions.map((one) => (
                      <li key={one.version}>
                        <AppLink to={`/public/${zoneSlug}/${published.slug}`} search={{ version: String(one.version) }}>
                          {say(publicTexts.version, { version: one.version, date: dayOf(one.publishedAt) })}
                        </AppLink>
                      </li>
                    ))}
                  </ul>
                </Section>
              ) : null}
            </div>
          </div>
        </>
      ) : null}
      <SourcesDrawer figure={opened} onClose={() => setOpened(undefined)} />
    </Page>
  );
}
