import { useMutation } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { Button } from "antd";
import { type FormEvent, useState } from "react";
import { cases } from "#domains/approvals/web/approvals-client.ts";
import { PublishedTimeline } from "#domains/approvals/web/PublishedTimeline.tsx";
import { publicTexts } from "#domains/approvals/web/portal-texts.ts";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView } from "#ui/Page.tsx";
import { useErrorSentence } from "#ui/sentences.tsx";
import { useAddress } from "#ui/use-address.ts";

/** For everybody with number and code. The number may stand in the address; the code never does. */
export function Page() {
  const { say, language } = useWords();
  const sentence = useErrorSentence();
  const [address, change] = useAddress();
  const zone = useParams({ strict: false, select: (params: Record<string, string>) => params["zone"] ?? "" });
  const [number, setNumber] = useState(address["number"] ?? "");
  const [code, setCode] = useState("");
  const look = useMutation({
    mutationFn: () => cases.publicStatus({ zone, number: number.trim(), code: code.trim() }),
    onSuccess: (found) => change({ number: found.number }),
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    look.mutate();
  };
  return (
    <PageView
      title={look.data ? `${look.data.matterName[language]} · ${look.data.number}` : say(publicTexts.title)}
      state={say(publicTexts.state)}
      action={look.data ? <Button onClick={() => window.print()}>{say(publicTexts.print)}</Button> : null}
    >
      <form className="status-form no-print" onSubmit={send}>
        <Field label={say(publicTexts.number)} value={number} onChange={setNumber} required minLength={4} maxLength={40} />
        <Field
          label={say(publicTexts.code)}
          value={code}
          onChange={setCode}
          hint={say(publicTexts.codeHint)}
          required
          minLength={6}
          maxLength={20}
          autoComplete="off"
        />
        <Button type="primary" htmlType="submit" loading={look.isPending}>
          {say(publicTexts.look)}
        </Button>
      </form>
      {look.error ? (
        <p className="notice notice-alert" role="alert">
          {sentence(look.error)}
        </p>
      ) : null}
      {look.data ? <PublishedTimeline timeline={look.data} /> : null}
    </PageView>
  );
}
