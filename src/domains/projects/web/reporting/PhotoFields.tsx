import { useId } from "react";
import { MOST_PHOTOS } from "#domains/projects/contract/investment-operations.ts";
import type { Place } from "#domains/projects/rules/photo-marks.ts";
import { PhotoCard } from "#domains/projects/web/reporting/PhotoCard.tsx";
import { reportTexts } from "#domains/projects/web/reporting/report-texts.ts";
import { MOST_MEGABYTES, type usePhotos } from "#domains/projects/web/reporting/use-photos.ts";
import { useWords } from "#ui/language.tsx";

type PhotoFieldsProps = {
  readonly chosen: ReturnType<typeof usePhotos>;
  readonly site: Place | null;
  /** Photos of a draft that were lost when the page was left. */
  readonly lost: number;
};

const ACCEPT = "image/*,.heic,.heif";

/** Taken now with the camera, or chosen from what is on the phone. */
export function PhotoFields({ chosen, site, lost }: PhotoFieldsProps) {
  const { say } = useWords();
  const id = useId();
  const full = chosen.photos.length >= MOST_PHOTOS;
  const inputOf = (name: "camera" | "album") => (
    <input
      id={`${id}-${name}`}
      type="file"
      className="visually-hidden"
      accept={ACCEPT}
      disabled={full}
      {...(name === "camera" ? { capture: "environment" as const } : { multiple: true })}
      onChange={(event) => {
        const files = [...(event.target.files ?? [])];
        // The same picture may be chosen again after it was removed.
        event.target.value = "";
        void chosen.add(files);
      }}
    />
  );
  return (
    <fieldset className="photo-fields">
      <legend>{say(reportTexts.photos)}</legend>
      <div className="photo-buttons">
        <label htmlFor={`${id}-camera`} className="photo-button" aria-disabled={full}>
          {say(reportTexts.takePhoto)}
          {inputOf("camera")}
        </label>
        <label htmlFor={`${id}-album`} className="photo-button" aria-disabled={full}>
          {say(reportTexts.choosePhotos)}
          {inputOf("album")}
        </label>
      </div>
      <p className="hint">{say(reportTexts.photoHint, { count: MOST_PHOTOS, size: MOST_MEGABYTES })}</p>
      {lost > 0 ? <p className="notice">{say(reportTexts.photosLost, { count: lost })}</p> : null}
      {chosen.problems.length > 0 ? (
        <ul className="problems" role="alert">
          {chosen.problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      ) : null}
      {chosen.reading ? <p role="status">{say(reportTexts.reading)}</p> : null}
      <ul className="photo-cards">
        {chosen.photos.map((photo, place) => (
          <PhotoCard
            key={photo.id}
            photo={photo}
            place={place + 1}
            site={site}
            onChange={(part) => chosen.change(photo.id, part)}
            onRemove={() => chosen.remove(photo.id)}
          />
        ))}
      </ul>
    </fieldset>
  );
}
