import { useMutation } from "@tanstack/react-query";
import { Button } from "antd";
import type { SessionView } from "#domains/system/contract/system-operations.ts";
import { accountTexts as texts } from "#domains/system/web/account-texts.ts";
import { keepFlow } from "#domains/system/web/single-sign-on-flow.ts";
import { system } from "#domains/system/web/system-client.ts";
import { useWords } from "#ui/language.tsx";
import { useErrorSentence } from "#ui/sentences.tsx";

type OtherWaysProps = { readonly ways: SessionView["ways"]; readonly username: string };

/** Single sign-on and the forgotten password, where they are configured. */
export function OtherWays({ ways, username }: OtherWaysProps) {
  const { say } = useWords();
  const sentence = useErrorSentence();
  const begin = useMutation({
    mutationFn: () => system.beginSingleSignOn({}),
    onSuccess: ({ address, flow }) => {
      keepFlow(flow);
      window.location.assign(address);
    },
  });
  const ask = useMutation({ mutationFn: () => system.askForReset({ username }) });
  const error = begin.error ?? ask.error;
  return (
    <>
      {ways.singleSignOn === null ? null : (
        <Button block loading={begin.isPending} onClick={() => begin.mutate()}>
          {say(texts.singleSignOn, { name: ways.singleSignOn })}
        </Button>
      )}
      {ways.resetByMail ? (
        <div className="actions">
          <span className="quiet">{say(texts.forgotten)}</span>
          <button type="button" className="text-button" disabled={ask.isPending || username.trim().length < 2} onClick={() => ask.mutate()}>
            {say(texts.askForReset)}
          </button>
        </div>
      ) : null}
      {ask.data ? <p role="status">{say(texts.asked)}</p> : null}
      {error ? (
        <p className="problems" role="alert">
          {sentence(error)}
        </p>
      ) : null}
    </>
  );
}
