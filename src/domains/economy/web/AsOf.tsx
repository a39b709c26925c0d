import { publicTexts } from "#domains/economy/web/card-texts.ts";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";
import { useAddress } from "#ui/use-address.ts";

/** What was public on a past day, exactly. */
export function AsOf() {
  const { say } = useWords();
  const [address, change] = useAddress();
  return (
    <div className="no-print">
      <Section title={say(publicTexts.asOf)}>
        <div className="section-body">
          <Field
            label={say(publicTexts.asOfDay)}
            type="date"
            value={address["asOf"] ?? ""}
            onChange={(asOf) => change({ asOf, version: undefined })}
          />
        </div>
      </Section>
    </div>
  );
}
