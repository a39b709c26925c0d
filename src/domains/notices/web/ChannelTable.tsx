import { NoticeKind, type NoticeSettings } from "#domains/notices/contract/notice-operations.ts";
import { noticeKindTexts } from "#domains/notices/contract/notice-texts.ts";
import { settingWords } from "#domains/notices/web/notice-words.ts";
import { useWords } from "#ui/language.tsx";

type Choices = Readonly<Record<string, readonly NoticeKind[]>>;
type ChannelTableProps = {
  readonly channels: NoticeSettings["channels"];
  readonly choices: Choices;
  readonly onChange: (choices: Choices) => void;
};

/** Kinds down, channels across. */
export function ChannelTable({ channels, choices, onChange }: ChannelTableProps) {
  const { say } = useWords();
  const nameOf = (channel: NoticeSettings["channels"][number]): string => channel.name ?? say(settingWords.byMail);
  const turn = (channel: string, kind: NoticeKind, on: boolean) => {
    const held = choices[channel] ?? [];
    onChange({ ...choices, [channel]: on ? [...held, kind] : held.filter((one) => one !== kind) });
  };
  return (
    <section className="table-frame" aria-label={say(settingWords.which)}>
      <table className="table">
        <caption className="visually-hidden">{say(settingWords.which)}</caption>
        <thead>
          <tr>
            <th scope="col">{say(settingWords.kind)}</th>
            {channels.map((channel) => (
              <th key={channel.id} scope="col">
                {nameOf(channel)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {NoticeKind.options.map((kind) => (
            <tr key={kind}>
              <td data-label={say(settingWords.kind)}>{say(noticeKindTexts[kind])}</td>
              {channels.map((channel) => (
                <td key={channel.id} data-label={nameOf(channel)}>
                  <input
                    type="checkbox"
                    className="tick"
                    aria-label={`${say(noticeKindTexts[kind])} · ${nameOf(channel)}`}
                    checked={choices[channel.id]?.includes(kind) ?? false}
                    onChange={(event) => turn(channel.id, kind, event.target.checked)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
