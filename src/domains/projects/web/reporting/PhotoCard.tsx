import { metresBetween, type Place } from "#domains/projects/rules/photo-marks.ts";
import type { ChosenPhoto } from "#domains/projects/web/reporting/chosen-photo.ts";
import { reportTexts } from "#domains/projects/web/reporting/report-texts.ts";
import { useWords } from "#ui/language.tsx";
import { useTimes } from "#ui/use-times.ts";

type PhotoCardProps = {
  readonly photo: ChosenPhoto;
  readonly place: number;
  /** Where the project stands by the register. */
  readonly site: Place | null;
  readonly onChange: (part: Partial<Pick<ChosenPhoto, "caption" | "sendTime" | "sendPlace">>) => void;
  readonly onRemove: () => void;
};

/** Beyond this a photo is likely of another site; large parks measure some kilometres across. */
const FAR_METRES = 5000;
const SHOWN_PLACES = 4;

/** A photo with what it says of when and where, each to be left out by a tick. */
export function PhotoCard({ photo, place, site, onChange, onRemove }: PhotoCardProps) {
  const { say } = useWords();
  const { moment } = useTimes();
  const { takenAt, place: at } = photo.marks;
  const away = at !== null && site !== null ? metresBetween(at, site) : undefined;
  const distance =
    away === undefined
      ? ""
      : away < 1000
        ? say(reportTexts.metres, { number: Math.round(away / 10) * 10 })
        : say(reportTexts.kilometres, { number: (away / 1000).toFixed(1) });
  return (
    <li className="photo-card">
      {photo.preview === null ? (
        <div className="photo-none">{say(reportTexts.noPreview)}</div>
      ) : (
        <img src={photo.preview} alt={say(reportTexts.photo, { place })} />
      )}
      <div className="photo-said">
        <div className="list-line">
          <span className="quiet photo-name">{photo.file.name}</span>
          <button type="button" className="text-button" aria-label={say(reportTexts.removeOf, { place })} onClick={onRemove}>
            {say(reportTexts.remove)}
          </button>
        </div>
        <input
          className="input"
          aria-label={say(reportTexts.captionOf, { place })}
          placeholder={say(reportTexts.caption)}
          maxLength={100}
          value={photo.caption}
          onChange={(event) => onChange({ caption: event.target.value })}
        />
        {takenAt === null && at === null ? <p className="quiet">{say(reportTexts.noMarks)}</p> : null}
        {takenAt === null ? null : (
          <label className="check">
            <input type="checkbox" checked={photo.sendTime} onChange={(event) => onChange({ sendTime: event.target.checked })} />
            <span>{say(reportTexts.sendTime, { time: moment(takenAt) })}</span>
          </label>
        )}
        {at === null ? null : (
          <label className="check">
            <input type="checkbox" checked={photo.sendPlace} onChange={(event) => onChange({ sendPlace: event.target.checked })} />
            <span>
              {say(reportTexts.sendPlace, { place: `${at.longitude.toFixed(SHOWN_PLACES)}, ${at.latitude.toFixed(SHOWN_PLACES)}` })}
              {away === undefined ? null : (
                <span className={away > FAR_METRES ? "photo-far" : "quiet"}>
                  {" · "}
                  {say(away > FAR_METRES ? reportTexts.farAway : reportTexts.away, { distance })}
                </span>
              )}
            </span>
          </label>
        )}
      </div>
    </li>
  );
}
