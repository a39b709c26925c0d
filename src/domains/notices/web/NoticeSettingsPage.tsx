import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { type FormEvent, useState } from "react";
import type { NoticeKind, NoticeSettings } from "#domains/notices/contract/notice-operations.ts";
import { ChannelTable } from "#domains/notices/web/ChannelTable.tsx";
import { settingWords } from "#domains/notices/web/notice-words.ts";
import { notices } from "#domains/notices/web/notices-client.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { DataTable } from "#ui/DataTable.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView, Section } from "#ui/Page.tsx";
import { Loaded } from "#ui/StateViews.tsx";
import { useErrorSentence, useSentence } from "#ui/sentences.tsx";
import { useCommand } from "#ui/use-command.ts";
import { useTimes } from "#ui/use-times.ts";

export function Page() {
  const { say } = useWords();
  const settings = useQuery({ queryKey: ["notice-settings"], queryFn: () => notices.noticeSettings({}) });
  return (
    <PageView
      title={say(settingWords.title)}
      state={say(settingWords.state)}
      back={<AppLink to="/notices">{say(settingWords.back)}</AppLink>}
    >
      <Loaded query={settings}>
        {(found) => (
          <div className="stack">
            <Choose settings={found} />
            {found.failures.length > 0 ? <Failures settings={found} /> : null}
          </div>
        )}
      </Loaded>
    </PageView>
  );
}

function Choose({ settings }: { readonly settings: NoticeSettings }) {
  const { say } = useWords();
  const sentence = useErrorSentence();
  const [mail, setMail] = useState("");
  const [quiet, setQuiet] = useState(settings.quiet);
  const [digest, setDigest] = useState(settings.digest);
  const [choices, setChoices] = useState<Readonly<Record<string, readonly NoticeKind[]>>>(settings.choices);
  const save = useCommand(
    (given: string | undefined) =>
      notices.saveNoticeSettings({
        ...(given === undefined ? {} : { mail: given }),
        quiet,
        digest: given === "" ? false : digest,
        choices: Object.fromEntries(
          Object.entries(choices).map(([channel, kinds]) => [channel, given === "" && channel === "mail" ? [] : [...kinds]]),
        ),
      }),
    ["notice-settings"],
    (saved) => {
      setMail("");
      setDigest(saved.digest);
      setChoices(saved.choices);
    },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(mail === "" ? undefined : mail);
  };
  return (
    <form className="fields notice-choices" onSubmit={submit}>
      <Field
        label={say(settingWords.mail)}
        type="email"
        value={mail}
        onChange={setMail}
        maxLength={200}
        autoComplete="email"
        hint={settings.mail === null ? say(settingWords.mailNone) : say(settingWords.mailNow, { mail: settings.mail })}
      />
      <label className="check">
        <input type="checkbox" checked={quiet} onChange={(event) => setQuiet(event.target.checked)} />
        {say(settingWords.quiet)}
      </label>
      <label className="check">
        <input type="checkbox" checked={digest} onChange={(event) => setDigest(event.target.checked)} />
        {say(settingWords.digest)}
      </label>
      <Section title={say(settingWords.which)}>
        <ChannelTable channels={settings.channels} choices={choices} onChange={setChoices} />
        {settings.channels.length > 1 ? <p className="section-body hint">{say(settingWords.groupNote)}</p> : null}
      </Section>
      {save.error ? (
        <p className="problems" role="alert">
          {sentence(save.error)}
        </p>
      ) : null}
      <div className="actions">
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {say(settingWords.save)}
        </Button>
        {settings.mail !== null ? <Button onClick={() => save.mutate("")}>{say(settingWords.mailRemove)}</Button> : null}
        {save.isSuccess ? <span role="status">{say(settingWords.saved)}</span> : null}
      </div>
    </form>
  );
}

function Failures({ settings }: { readonly settings: NoticeSettings }) {
  const { say } = useWords();
  const { moment } = useTimes();
  const reason = useSentence();
  return (
    <Section title={say(settingWords.failures)}>
      <DataTable
        caption={say(settingWords.failures)}
        rows={settings.failures}
        rowKey={(row) => `${row.channel} ${row.at}`}
        columns={[
          { key: "when", short: true, title: say(settingWords.when), cell: (row) => moment(row.at) },
          { key: "reason", title: say(settingWords.reason), cell: (row) => reason(row.failure) },
        ]}
      />
    </Section>
  );
}
