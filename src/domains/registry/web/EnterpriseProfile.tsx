import { useState } from "react";
import { fieldWords, type ProfileField } from "#domains/registry/contract/enterprise.ts";
import { CorrectField, type Correction } from "#domains/registry/web/CorrectField.tsx";
import { EnterpriseFacts } from "#domains/registry/web/EnterpriseFacts.tsx";
import { actTexts, enterpriseTexts } from "#domains/registry/web/enterprise-texts.ts";
import type { Enterprise } from "#domains/registry/web/enterprise-view.ts";
import { OriginDrawer } from "#domains/registry/web/OriginDrawer.tsx";
import { registry, TOUCHED_BY_AN_ENTERPRISE } from "#domains/registry/web/registry-client.ts";
import { findLocalDate } from "#kernel/local-date.ts";
import { AbilityButton } from "#ui/AbilityButton.tsx";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";
import { useCommand } from "#ui/use-command.ts";

/** The profile; a field opens to where it comes from, and from there it is corrected. */
export function EnterpriseProfile({ enterprise }: { readonly enterprise: Enterprise }) {
  const { say } = useWords();
  const [opened, open] = useState<ProfileField>();
  const [corrected, setCorrected] = useState<ProfileField>();
  const { profile, origins, abilities, version } = enterprise;
  const correct = useCommand(registry.correctEnterprise, TOUCHED_BY_AN_ENTERPRISE, () => setCorrected(undefined));
  const begin = (field: ProfileField) => {
    correct.reset();
    open(undefined);
    setCorrected(field);
  };
  const send =
    (field: ProfileField) =>
    ({ value, because, asOf }: Correction) =>
      correct.mutate({ id: profile.id, version, field, value, because, asOf: findLocalDate(asOf) });
  return (
    <Section title={say(enterpriseTexts.facts)} aside={<span className="quiet">{say(enterpriseTexts.factsAside)}</span>}>
      <EnterpriseFacts profile={profile} origins={origins} onOpen={open} />
      {opened ? (
        <OriginDrawer
          field={opened}
          profile={profile}
          origin={origins[opened]}
          onClose={() => open(undefined)}
          action={
            <AbilityButton ability={abilities["correct"]} onClick={() => begin(opened)}>
              {say(actTexts.correct)}
            </AbilityButton>
          }
        />
      ) : null}
      {corrected ? (
        <CorrectField
          dated
          field={corrected}
          profile={profile}
          title={say(actTexts.correctTitle, { field: say(fieldWords[corrected]) })}
          submit={say(actTexts.correct)}
          busy={correct.isPending}
          error={correct.error}
          onSubmit={send(corrected)}
          onClose={() => setCorrected(undefined)}
        />
      ) : null}
    </Section>
  );
}
