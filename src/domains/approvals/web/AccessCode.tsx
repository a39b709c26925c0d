import { Button } from "antd";
import { useState } from "react";
import { applyTexts } from "#domains/approvals/web/portal-texts.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";
import { useViewer } from "#ui/viewer.tsx";

/** Kept nowhere but here: after leaving the page it cannot be shown again. */
type AccessCodeProps = { readonly number: string; readonly code: string | null; readonly renewed?: true };

export function AccessCode({ number, code, renewed }: AccessCodeProps) {
  const { say } = useWords();
  const { zone } = useViewer();
  const [copied, setCopied] = useState(false);
  if (code === null) return <p className="notice">{say(applyTexts.codeGiven, { number })}</p>;
  const copy = () => void navigator.clipboard.writeText(`${number} ${code}`).then(() => setCopied(true));
  return (
    <Section title={say(applyTexts.codeTitle)}>
      <div className="section-body stack-small">
        <p className="access-code">{code}</p>
        <p>{say(applyTexts.codeHint, { number })}</p>
        {renewed ? <p>{say(applyTexts.codeReplaced)}</p> : null}
        <div className="actions">
          <Button onClick={copy}>{say(applyTexts.copy)}</Button>
          <AppLink to={`/public/${zone.slug}/cases`} search={{ number }}>
            {say(applyTexts.statusPage)}
          </AppLink>
          {copied ? <span role="status">{say(applyTexts.copied)}</span> : null}
        </div>
      </div>
    </Section>
  );
}
