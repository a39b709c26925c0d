import { useMutation, useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { type FormEvent, useState } from "react";
import { accountTexts as texts } from "#domains/system/web/account-texts.ts";
import { NewPassword, NO_PASSWORD } from "#domains/system/web/NewPassword.tsx";
import { system } from "#domains/system/web/system-client.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView } from "#ui/Page.tsx";
import { Loaded } from "#ui/StateViews.tsx";
import { useErrorSentence } from "#ui/sentences.tsx";
import { useTimes } from "#ui/use-times.ts";
import "#domains/system/web/account.css";

/** Where an invitation or a reset link leads. The token stands behind the `#`, which goes to no server by itself. */
export function Page() {
  const { say } = useWords();
  const { moment } = useTimes();
  const sentence = useErrorSentence();
  const token = window.location.hash.slice(1);
  const [given, setGiven] = useState(NO_PASSWORD);
  const link = useQuery({ queryKey: ["account-link", token], queryFn: () => system.openLink({ token }), retry: false, staleTime: 600_000 });
  const use = useMutation({ mutationFn: () => system.redeemLink({ token, newPassword: given.password }) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (given.password === given.again) use.mutate();
  };
  return (
    <PageView title={say(texts.setPassword)}>
      {use.data ? (
        <div className="account-card">
          <p>{say(texts.passwordSetNow)}</p>
          <div className="actions">
            <AppLink to="/" className="button-link">
              {say(texts.toSignIn)}
            </AppLink>
          </div>
        </div>
      ) : (
        <Loaded query={link}>
          {({ purpose, name, username, expiresAt }) => (
            <form className="fields account-card" onSubmit={submit}>
              <p>{say(purpose === "invitation" ? texts.invited : texts.resetting, { name, username })}</p>
              <p className="quiet">{say(texts.linkUntil, { time: moment(expiresAt) })}</p>
              <input className="visually-hidden" tabIndex={-1} aria-hidden="true" autoComplete="username" value={username} readOnly />
              <NewPassword value={given} onChange={setGiven} />
              {use.error ? (
                <p className="problems" role="alert">
                  {sentence(use.error)}
                </p>
              ) : null}
              <div className="actions">
                <Button type="primary" htmlType="submit" loading={use.isPending}>
                  {say(texts.setPassword)}
                </Button>
              </div>
            </form>
          )}
        </Loaded>
      )}
    </PageView>
  );
}
