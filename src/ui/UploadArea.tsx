import { type DragEvent, useId, useState } from "react";
import { useWords } from "#ui/language.tsx";
import { uiTexts } from "#ui/ui-texts.ts";

type UploadAreaProps = {
  readonly files: readonly File[];
  readonly onChange: (files: readonly File[]) => void;
  readonly maxFiles: number;
  readonly maxBytes: number;
  readonly accept: string;
  readonly hint: string;
};

const MB = 1_048_576;
const sizeOf = (bytes: number): string => (bytes >= 1024 * MB ? `${Math.floor(bytes / (1024 * MB))} GB` : `${Math.floor(bytes / MB)} MB`);

/** Files by drag or by choice. What is too large or too many is left out with a sentence; the rest stays. */
export function UploadArea({ files, onChange, maxFiles, maxBytes, accept, hint }: UploadAreaProps) {
  const { say } = useWords();
  const id = useId();
  const [over, setOver] = useState(false);
  const [problems, setProblems] = useState<readonly string[]>([]);
  const add = (incoming: readonly File[]) => {
    const fitting = incoming.filter((file) => file.size <= maxBytes);
    const next = [...files, ...fitting];
    setProblems([
      ...incoming.filter((file) => file.size > maxBytes).map((file) => say(uiTexts.tooLarge, { name: file.name, size: sizeOf(maxBytes) })),
      ...(next.length > maxFiles ? [say(uiTexts.tooMany, { count: maxFiles })] : []),
    ]);
    onChange(next.slice(0, maxFiles));
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    add([...event.dataTransfer.files]);
  };
  return (
    <div className="upload">
      <label
        htmlFor={id}
        className={`upload-area${over ? " upload-over" : ""}`}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <strong>{say(uiTexts.drop)}</strong>
        <span>{hint}</span>
        <span>{say(uiTexts.dropHint, { size: sizeOf(maxBytes), count: maxFiles })}</span>
        <input
          id={id}
          type="file"
          className="visually-hidden"
          multiple={maxFiles > 1}
          accept={accept}
          onChange={(event) => add([...(event.target.files ?? [])])}
        />
      </label>
      {problems.length > 0 ? (
        <ul className="problems" role="alert">
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      ) : null}
      {files.length > 0 ? (
        <>
          <p className="quiet">{say(uiTexts.chosen, { count: files.length })}</p>
          <ul className="upload-files">
            {files.map((file, place) => (
              <li key={`${file.name}-${file.size}-${file.lastModified}`}>
                <span>{file.name}</span>
                <button
                  type="button"
                  className="text-button"
                  aria-label={say(uiTexts.remove, { name: file.name })}
                  onClick={() => onChange(files.filter((_, other) => other !== place))}
                >
                  ×
                </button>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  );
}
