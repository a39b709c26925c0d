import type { systemOperations } from "#domains/system/contract/system-operations.ts";
import { roleTexts } from "#domains/system/contract/system-texts.ts";
import { accountTexts as texts } from "#domains/system/web/account-texts.ts";
import type { OutputOf } from "#kernel/contract.ts";
import { AbilityButton } from "#ui/AbilityButton.tsx";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";
import { useTimes } from "#ui/use-times.ts";

type Account = OutputOf<(typeof systemOperations)["myAccount"]>;
type FactorSectionProps = { readonly account: Account; readonly onAsk: (what: "enrol" | "codes" | "remove") => void };

export function FactorSection({ account: { secondFactor, abilities }, onAsk }: FactorSectionProps) {
  const { say } = useWords();
  const { moment } = useTimes();
  const { standing, since, codesLeft, because } = secondFactor;
  return (
    <Section
      title={say(texts.factorSection)}
      aside={
        <span className="actions">
          <AbilityButton size="small" ability={abilities["enrol"]} onClick={() => onAsk("enrol")}>
            {say(texts.enrol)}
          </AbilityButton>
          <AbilityButton size="small" ability={abilities["renewRecoveryCodes"]} onClick={() => onAsk("codes")}>
            {say(texts.renewCodes)}
          </AbilityButton>
          <AbilityButton size="small" ability={abilities["removeSecondFactor"]} onClick={() => onAsk("remove")}>
            {say(texts.removeFactor)}
          </AbilityButton>
        </span>
      }
    >
      <div className="section-body">
        {standing === "on" ? <p>{say(texts.factorOn, { time: moment(since), count: codesLeft })}</p> : null}
        {standing === "off" ? <p>{say(texts.factorOff)}</p> : null}
        {standing === "published" ? <p>{say(texts.factorPublished)}</p> : null}
        {because === null ? null : <p className="quiet">{say(texts.factorRequired, { role: say(roleTexts[because]) })}</p>}
      </div>
    </Section>
  );
}
