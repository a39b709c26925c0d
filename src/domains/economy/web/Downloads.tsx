import { cardTexts } from "#domains/economy/web/card-texts.ts";
import { CARD_FORMATS, type CardFormat } from "#domains/economy/web/economy-client.ts";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";

/** The card on paper, as a picture and as data. */
export function Downloads({ addressOf }: { readonly addressOf: (format: CardFormat) => string }) {
  const { say } = useWords();
  return (
    <div className="no-print">
      <Section title={say(cardTexts.downloads)}>
        <p className="section-body actions">
          {CARD_FORMATS.map((format) => (
            <a key={format} href={addressOf(format)} download className="button-link button-link-plain">
              {format.toUpperCase()}
            </a>
          ))}
        </p>
      </Section>
    </div>
  );
}
