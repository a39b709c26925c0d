import { useState } from "react";
import type { CaseView } from "#domains/approvals/contract/case.ts";
import { formTexts } from "#domains/approvals/web/case-form-texts.ts";
import { caseTexts } from "#domains/approvals/web/case-texts.ts";
import { LogAssist } from "#domains/approvals/web/LogAssist.tsx";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";
import { useViewer } from "#ui/viewer.tsx";

/** 帮办代办: who helps, by which authorisation, and what was done. */
export function CaseAssists({ view: { assists } }: { readonly view: CaseView }) {
  const { say } = useWords();
  const { permissions } = useViewer();
  const [logging, setLogging] = useState<string>();
  if (assists.length === 0) return null;
  return (
    <Section title={say(caseTexts.assists)}>
      <ul className="list">
        {assists.map(({ id, helper, authorisation, from, to, log }) => (
          <li key={id}>
            <div className="list-line">
              <span>
                {say(caseTexts.assistLine, { helper, authorisation, from })} {to ? say(caseTexts.assistUntil, { to }) : null}
              </span>
              {permissions.has("approvals.assist") ? (
                <button type="button" className="text-button" onClick={() => setLogging(id)}>
                  {say(formTexts.logAssist)}
                </button>
              ) : null}
            </div>
            <ul className="bullets">
              {log.map((line) => (
                <li key={`${line.on} ${line.text}`}>
                  {line.on} {line.text} <span className="quiet">{line.by}</span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      {logging ? <LogAssist assistId={logging} onClose={() => setLogging(undefined)} /> : null}
    </Section>
  );
}
