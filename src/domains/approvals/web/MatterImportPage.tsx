import { useState } from "react";
import { matterOperations } from "#domains/approvals/contract/matter-operations.ts";
import { APPROVALS, importMatters, matterTemplateAddress } from "#domains/approvals/web/approvals-client.ts";
import { matterImportTexts as texts } from "#domains/approvals/web/matter-texts.ts";
import { localDate } from "#kernel/local-date.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { Field } from "#ui/Field.tsx";
import { ImportSheet } from "#ui/ImportSheet.tsx";
import { useWords } from "#ui/language.tsx";
import { useViewer } from "#ui/viewer.tsx";

/** A sheet has the plain matters, a JSON file whole ones with their review graph. */
export function Page() {
  const { say } = useWords();
  const { today } = useViewer();
  const [effectiveOn, setEffectiveOn] = useState(today);
  const [reason, setReason] = useState("");
  return (
    <ImportSheet
      title={say(texts.title)}
      state={say(texts.state)}
      back={<AppLink to="/approvals/matters">{say(texts.back)}</AppLink>}
      template={matterTemplateAddress()}
      fileHint={say(texts.fileHint)}
      accept=".xlsx,.csv,.json"
      upload={matterOperations.importMatters.upload}
      ready={effectiveOn !== "" && reason.trim().length >= 2}
      run={(file, dryRun) => importMatters({ dryRun, effectiveOn: localDate(effectiveOn), reason: reason.trim() }, file)}
      touches={APPROVALS}
      columns={[{ key: "code", title: say(texts.code), short: true, cell: (row) => row.code ?? "–" }]}
    >
      <div className="fields-row">
        <Field label={say(texts.effectiveOn)} type="date" value={effectiveOn} onChange={setEffectiveOn} required />
        <Field label={say(texts.reason)} value={reason} onChange={setReason} required minLength={2} maxLength={500} />
      </div>
    </ImportSheet>
  );
}
