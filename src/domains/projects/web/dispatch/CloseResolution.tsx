import { useState } from "react";
import { dispatchOperations } from "#domains/projects/contract/dispatch-operations.ts";
import { closeResolution, TOUCHED } from "#domains/projects/web/dispatch/dispatch-client.ts";
import { resolutionTexts } from "#domains/projects/web/dispatch/dispatch-web-texts.ts";
import type { Resolution } from "#domains/projects/web/dispatch/ResolutionState.tsx";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { UploadArea } from "#ui/UploadArea.tsx";
import { useCommand } from "#ui/use-command.ts";

type CloseResolutionProps = { readonly resolution: Resolution; readonly onDone: () => void; readonly onClose: () => void };

export function CloseResolution({ resolution, onDone, onClose }: CloseResolutionProps) {
  const { say } = useWords();
  const [evidence, setEvidence] = useState("");
  const [files, setFiles] = useState<readonly File[]>([]);
  const { maxBytes } = dispatchOperations.closeResolution.upload;
  const close = useCommand(
    () => closeResolution({ resolutionId: resolution.id, version: resolution.version, evidence }, files),
    TOUCHED,
    onDone,
  );
  return (
    <CommandForm
      open
      title={say(resolutionTexts.closeTitle)}
      submit={say(resolutionTexts.close)}
      busy={close.isPending}
      error={close.error}
      onSubmit={() => close.mutate(undefined)}
      onClose={onClose}
    >
      <p className="quiet">
        {resolution.code} {resolution.text}
      </p>
      <Field
        label={say(resolutionTexts.evidence)}
        value={evidence}
        onChange={setEvidence}
        rows={4}
        required
        minLength={4}
        maxLength={500}
        autoFocus
      />
      <UploadArea files={files} onChange={setFiles} maxFiles={1} maxBytes={maxBytes} accept="" hint={say(resolutionTexts.fileHint)} />
    </CommandForm>
  );
}
