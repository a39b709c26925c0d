import { useMutation, useQuery } from "@tanstack/react-query";
import { Button, QRCode } from "antd";
import { useState } from "react";
import type { SessionView } from "#domains/system/contract/system-operations.ts";
import { accountTexts as texts } from "#domains/system/web/account-texts.ts";
import { RecoveryCodes } from "#domains/system/web/RecoveryCodes.tsx";
import { system } from "#domains/system/web/system-client.ts";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { Loaded } from "#ui/StateViews.tsx";
import { useErrorSentence } from "#ui/sentences.tsx";
import "#domains/system/web/account.css";

type EnrolProps = { readonly onDone: (session: SessionView) => void };

/** The seed as a picture, drawn here and by nobody else, then a first code, then the recovery codes. */
export function EnrolSecondFactor({ onDone }: EnrolProps) {
  const { say } = useWords();
  const sentence = useErrorSentence();
  const [code, setCode] = useState("");
  const confirm = useMutation({ mutationFn: () => system.confirmSecondFactor({ code }) });
  // Once it is confirmed there is nothing to begin: whatever makes other questions be asked anew leaves this one alone.
  const begun = useQuery({
    queryKey: ["second-factor", "begun"],
    queryFn: () => system.beginSecondFactor({}),
    enabled: confirm.data === undefined,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  if (confirm.data) return <RecoveryCodes codes={confirm.data.recoveryCodes} onKept={() => onDone(confirm.data.session)} />;
  return (
    <Loaded query={begun}>
      {({ secret, uri }) => (
        <form
          className="fields"
          onSubmit={(event) => {
            event.preventDefault();
            confirm.mutate();
          }}
        >
          <p>{say(texts.enrolScan)}</p>
          <div className="qr" role="img" aria-label={say(texts.qr)}>
            <div aria-hidden="true">
              <QRCode type="svg" value={uri} size={192} bordered={false} />
            </div>
          </div>
          <p className="enrol-key">
            <span className="quiet">{say(texts.enrolKey)}</span> <code>{secret.replace(/(.{4})(?=.)/g, "$1 ")}</code>
          </p>
          <Field
            label={say(texts.firstCode)}
            value={code}
            onChange={setCode}
            required
            minLength={6}
            maxLength={10}
            inputMode="numeric"
            autoComplete="one-time-code"
          />
          {confirm.error ? (
            <p className="problems" role="alert">
              {sentence(confirm.error)}
            </p>
          ) : null}
          <Button type="primary" htmlType="submit" loading={confirm.isPending} block>
            {say(texts.confirm)}
          </Button>
        </form>
      )}
    </Loaded>
  );
}
