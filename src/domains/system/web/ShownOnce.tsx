import { Button } from "antd";
import { useState } from "react";
import { peopleTexts as texts } from "#domains/system/web/people-texts.ts";
import { Drawer } from "#ui/Drawer.tsx";
import { useWords } from "#ui/language.tsx";
import { useTimes } from "#ui/use-times.ts";

export type Shown = {
  readonly name: string;
  readonly token: string | null;
  readonly password: string | null;
  readonly expiresAt: string | null;
};

type ShownOnceProps = { readonly title: string; readonly shown: Shown; readonly onClose: () => void };

/** A link or a temporary password, which the server tells this once. */
export function ShownOnce({ title, shown, onClose }: ShownOnceProps) {
  const { say } = useWords();
  const { moment } = useTimes();
  const [copied, setCopied] = useState(false);
  const { name, token, password, expiresAt } = shown;
  const secret = password ?? (token === null ? null : `${window.location.origin}/set-password#${token}`);
  const copy = async () => {
    await navigator.clipboard.writeText(secret ?? "");
    setCopied(true);
  };
  return (
    <Drawer open onClose={onClose} title={title}>
      {secret === null ? (
        <p role="status">{say(texts.mailed, { name })}</p>
      ) : (
        <div className="shown-once">
          <strong>{say(password === null ? texts.linkMade : texts.temporaryMade, { name })}</strong>
          <code>{secret}</code>
          <span className="quiet">{password === null ? say(texts.linkOnce, { time: moment(expiresAt) }) : say(texts.temporaryOnce)}</span>
        </div>
      )}
      <div className="actions">
        <Button type="primary" onClick={onClose}>
          {say(texts.done)}
        </Button>
        {secret === null ? null : <Button onClick={() => void copy()}>{say(copied ? texts.copied : texts.copy)}</Button>}
      </div>
    </Drawer>
  );
}
