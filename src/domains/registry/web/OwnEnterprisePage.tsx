import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { fieldWords, identifierWords, type ProfileField } from "#domains/registry/contract/enterprise.ts";
import { CorrectField } from "#domains/registry/web/CorrectField.tsx";
import { CorrectionList } from "#domains/registry/web/CorrectionList.tsx";
import { ownTexts } from "#domains/registry/web/correction-texts.ts";
import { EnterpriseFacts } from "#domains/registry/web/EnterpriseFacts.tsx";
import type { AskedCorrection } from "#domains/registry/web/enterprise-view.ts";
import { FinanceYears } from "#domains/registry/web/FinanceYears.tsx";
import { NameHistory } from "#domains/registry/web/NameHistory.tsx";
import { OriginDrawer } from "#domains/registry/web/OriginDrawer.tsx";
import { ProductTable } from "#domains/registry/web/ProductTable.tsx";
import { QualificationTable } from "#domains/registry/web/QualificationTable.tsx";
import { registry, TOUCHED_BY_AN_ENTERPRISE } from "#domains/registry/web/registry-client.ts";
import type { ProfileView } from "#domains/registry/web/say-field.ts";
import { AbilityButton } from "#ui/AbilityButton.tsx";
import { ConfirmButton } from "#ui/ConfirmButton.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView, Section } from "#ui/Page.tsx";
import { Empty, Loaded } from "#ui/StateViews.tsx";
import { useErrorSentence } from "#ui/sentences.tsx";
import { useCommand } from "#ui/use-command.ts";
import "#domains/registry/web/registry.css";

type Own = Awaited<ReturnType<typeof registry.ownEnterprise>>;

/** What the zone's register says of one's own enterprise, and what became of the corrections that one asked for. */
export function Page() {
  const { say } = useWords();
  const own = useQuery({ queryKey: ["own-enterprise"], queryFn: () => registry.ownEnterprise({}) });
  const profile = own.data?.profile;
  return (
    <PageView title={profile ? profile.name : say(ownTexts.title)} state={say(ownTexts.state)}>
      <Loaded query={own} rows={8}>
        {(found) =>
          found.profile === null ? (
            <Empty title={say(ownTexts.none)} hint={say(ownTexts.noneHint)} />
          ) : (
            <div className="columns">
              <div className="stack">
                <OwnProfile own={found} profile={found.profile} />
                <QualificationTable rows={found.qualifications} />
                <FinanceYears rows={found.finances} />
                <ProductTable rows={found.products} />
              </div>
              <div className="stack">
                <Section title={say(ownTexts.asked)}>
                  <Asked corrections={found.corrections} />
                </Section>
                <NameHistory names={found.names} />
              </div>
            </div>
          )
        }
      </Loaded>
    </PageView>
  );
}

function OwnProfile({ own, profile }: { readonly own: Own; readonly profile: ProfileView }) {
  const { say } = useWords();
  const [opened, open] = useState<ProfileField>();
  const [asked, setAsked] = useState<ProfileField>();
  const ask = useCommand(registry.askCorrection, TOUCHED_BY_AN_ENTERPRISE, () => setAsked(undefined));
  const begin = (field: ProfileField) => {
    ask.reset();
    open(undefined);
    setAsked(field);
  };
  return (
    <Section
      title={`${say(identifierWords[profile.identifierKind])} ${profile.identifier}`}
      aside={<span className="quiet">{say(ownTexts.aside)}</span>}
    >
      <EnterpriseFacts profile={profile} origins={own.origins} onOpen={open} />
      {opened ? (
        <OriginDrawer
          field={opened}
          profile={profile}
          origin={own.origins[opened]}
          onClose={() => open(undefined)}
          action={
            <AbilityButton type="primary" ability={own.abilities["askCorrection"]} onClick={() => begin(opened)}>
              {say(ownTexts.ask)}
            </AbilityButton>
          }
        />
      ) : null}
      {asked ? (
        <CorrectField
          field={asked}
          profile={profile}
          title={say(ownTexts.askTitle, { field: say(fieldWords[asked]) })}
          submit={say(ownTexts.ask)}
          busy={ask.isPending}
          error={ask.error}
          onSubmit={({ value, because }) => ask.mutate({ field: asked, value, because })}
          onClose={() => setAsked(undefined)}
        />
      ) : null}
    </Section>
  );
}

function Asked({ corrections }: { readonly corrections: readonly AskedCorrection[] }) {
  const { say } = useWords();
  const sentence = useErrorSentence();
  const withdraw = useCommand(
    (one: AskedCorrection) => registry.withdrawCorrection({ correctionId: one.id, version: one.version }),
    TOUCHED_BY_AN_ENTERPRISE,
  );
  if (corrections.length === 0) return <p className="section-body quiet">{say(ownTexts.nothingAsked)}</p>;
  return (
    <>
      <CorrectionList
        corrections={corrections}
        act={(one) =>
          one.abilities["withdraw"]?.allowed ? (
            <span>
              <ConfirmButton
                text={say(ownTexts.withdraw)}
                question={say(ownTexts.withdrawSure)}
                busy={withdraw.isPending && withdraw.variables?.id === one.id}
                onConfirm={() => withdraw.mutate(one)}
              />
            </span>
          ) : null
        }
      />
      {withdraw.error ? (
        <p className="problems section-body" role="alert">
          {sentence(withdraw.error)}
        </p>
      ) : null}
    </>
  );
}
