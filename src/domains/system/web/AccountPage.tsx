import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { accountTexts as texts } from "#domains/system/web/account-texts.ts";
import { ChangePassword } from "#domains/system/web/ChangePassword.tsx";
import { EnrolDrawer } from "#domains/system/web/EnrolDrawer.tsx";
import { FactorSection } from "#domains/system/web/FactorSection.tsx";
import { SessionTable } from "#domains/system/web/SessionTable.tsx";
import { SpendCode } from "#domains/system/web/SpendCode.tsx";
import { system } from "#domains/system/web/system-client.ts";
import { AbilityButton } from "#ui/AbilityButton.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView, Section } from "#ui/Page.tsx";
import { Loaded } from "#ui/StateViews.tsx";
import { useTimes } from "#ui/use-times.ts";
import "#domains/system/web/account.css";

type Asking = "password" | "enrol" | "codes" | "remove";

export function Page() {
  const { say } = useWords();
  const { moment } = useTimes();
  const [asking, setAsking] = useState<Asking>();
  const [changed, setChanged] = useState(false);
  const account = useQuery({ queryKey: ["my-account"], queryFn: () => system.myAccount({}) });
  const close = () => setAsking(undefined);
  return (
    <PageView
      title={say(texts.title)}
      state={account.data ? say(texts.state, { name: account.data.name, username: account.data.username }) : null}
    >
      <Loaded query={account}>
        {(own) => (
          <div className="stack">
            <div className="columns-even">
              <Section
                title={say(texts.passwordSection)}
                aside={
                  <AbilityButton size="small" ability={own.abilities["changePassword"]} onClick={() => setAsking("password")}>
                    {say(texts.changePassword)}
                  </AbilityButton>
                }
              >
                <div className="section-body">
                  {changed ? <p role="status">{say(texts.passwordChanged)}</p> : null}
                  <p>{say(texts.passwordSet, { time: moment(own.passwordSetAt) })}</p>
                  <p className="quiet">{own.mail === null ? say(texts.noMail) : say(texts.mail, { mail: own.mail })}</p>
                </div>
              </Section>
              <FactorSection account={own} onAsk={setAsking} />
            </div>
            <SessionTable />
          </div>
        )}
      </Loaded>
      {asking === "password" ? (
        <ChangePassword
          onClose={close}
          onDone={() => {
            setChanged(true);
            close();
          }}
        />
      ) : null}
      {asking === "enrol" ? <EnrolDrawer onClose={close} /> : null}
      {asking === "codes" || asking === "remove" ? <SpendCode purpose={asking} onClose={close} /> : null}
    </PageView>
  );
}
