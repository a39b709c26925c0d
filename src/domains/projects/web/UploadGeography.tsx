import { useState } from "react";
import { GeographyLayer, layerWords } from "#domains/projects/contract/geography.ts";
import { type LayerView, mapOperations } from "#domains/projects/contract/map-operations.ts";
import { mapTexts } from "#domains/projects/web/course-texts.ts";
import { uploadGeography } from "#domains/projects/web/projects-client.ts";
import { AppError } from "#kernel/app-error.ts";
import { Choice } from "#ui/Choice.tsx";
import { CommandForm } from "#ui/CommandForm.tsx";
import { useWords } from "#ui/language.tsx";
import { UploadArea } from "#ui/UploadArea.tsx";
import { useCommand } from "#ui/use-command.ts";

type UploadGeographyProps = { readonly layers: readonly LayerView[]; readonly onClose: () => void };

/** One layer at a time; what is wrong with a file is said in one sentence, and nothing of it is taken. */
export function UploadGeography({ layers, onClose }: UploadGeographyProps) {
  const { say } = useWords();
  const [layer, setLayer] = useState<GeographyLayer>("boundary");
  const [files, setFiles] = useState<readonly File[]>([]);
  const [file] = files;
  const upload = useCommand(
    () => (file ? uploadGeography(layer, file) : Promise.reject(new AppError("upload.none", "invalid"))),
    ["geography", "project-map"],
    onClose,
  );
  const { maxFiles, maxBytes } = mapOperations.uploadGeography.upload;
  const present = layers.find((one) => one.layer === layer);
  return (
    <CommandForm
      open
      title={say(mapTexts.uploadTitle)}
      submit={say(mapTexts.uploadSend)}
      busy={upload.isPending}
      error={upload.error}
      onSubmit={() => upload.mutate(undefined)}
      onClose={onClose}
    >
      <Choice
        stacked
        label={say(mapTexts.layer)}
        value={layer}
        onChange={(value) => setLayer(GeographyLayer.catch("boundary").parse(value))}
        options={GeographyLayer.options.map((value) => ({ value, label: say(layerWords[value]) }))}
      />
      {present ? (
        <p className="quiet">{say(mapTexts.uploaded, { version: present.version, on: present.uploadedOn, by: present.by })}</p>
      ) : null}
      <UploadArea
        files={files}
        onChange={setFiles}
        maxFiles={maxFiles}
        maxBytes={maxBytes}
        accept=".geojson,.json"
        hint={say(mapTexts.uploadHint)}
      />
    </CommandForm>
  );
}
