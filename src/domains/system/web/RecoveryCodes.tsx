import { Button } from "antd";
import { useState } from "react";
import { accountTexts as texts } from "#domains/system/web/account-texts.ts";
import { useWords } from "#ui/language.tsx";

type RecoveryCodesProps = { readonly codes: readonly string[]; readonly onKept: () => void };

/** Shown this once: the server keeps no more than what tells a right one from a wrong one. */
export function RecoveryCodes({ codes, onKept }: RecoveryCodesProps) {
  const { say } = useWords();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(codes.join("\n"));
    setCopied(true);
  };
  return (
    <section className="fields" aria-label={say(texts.codesTitle)}>
      <h2>{say(texts.codesTitle)}</h2>
      <p className="quiet">{say(texts.codesHint)}</p>
      <ul className="recovery-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className="actions">
        <Button type="primary" onClick={onKept}>
          {say(texts.codesKept)}
        </Button>
        <Button onClick={() => void copy()}>{say(copied ? texts.copied : texts.copyCodes)}</Button>
      </div>
    </section>
  );
}
