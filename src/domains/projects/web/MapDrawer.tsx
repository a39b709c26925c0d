import type { MapPlace } from "#domains/projects/contract/map-operations.ts";
import { categoryWords, keyLevelWords, stageWords } from "#domains/projects/contract/project.ts";
import { courseTexts, mapTexts } from "#domains/projects/web/course-texts.ts";
import { SupervisionLight } from "#domains/projects/web/SupervisionLight.tsx";
import { sayYuan } from "#domains/projects/web/say-yuan.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { Drawer } from "#ui/Drawer.tsx";
import { useWords } from "#ui/language.tsx";

/** A project of the map beside it. */
export function MapDrawer({ place, onClose }: { readonly place: MapPlace | undefined; readonly onClose: () => void }) {
  const { say, language } = useWords();
  if (place === undefined) return null;
  const lines: readonly (readonly [string, string])[] = [
    [say(courseTexts.enterprise), place.enterprise],
    [say(courseTexts.stage), say(stageWords[place.stage])],
    [say(courseTexts.category), say(categoryWords[place.category])],
    [say(courseTexts.level), say(keyLevelWords[place.level])],
    [say(courseTexts.investment), sayYuan(place.plannedTotalYuan, language)],
    [say(mapTexts.place), place.address || "–"],
    [say(mapTexts.parcel), place.parcel ?? "–"],
    [
      say(mapTexts.position),
      `${place.longitude.toFixed(5)}, ${place.latitude.toFixed(5)}（${say(place.placedBy === "parcel" ? mapTexts.byParcel : mapTexts.byEntry)}）`,
    ],
  ];
  return (
    <Drawer
      open
      onClose={onClose}
      title={place.name}
      footer={
        <AppLink to={`/projects/${place.id}`} className="button-link">
          {say(courseTexts.open)}
        </AppLink>
      }
    >
      <p>
        {place.colour ? <SupervisionLight colour={place.colour} /> : say(courseTexts.unsupervised)}{" "}
        <span className="quiet">{place.code}</span>
      </p>
      {place.colour ? (
        <div>
          <h3>{say(mapTexts.why)}</h3>
          <ul>
            {place.reasons.length === 0 ? <li className="quiet">{say(mapTexts.fine)}</li> : null}
            {place.reasons.map((reason) => (
              <li key={reason.zh}>{reason[language]}</li>
            ))}
          </ul>
        </div>
      ) : null}
      <dl className="map-about">
        {lines.map(([term, said]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{said}</dd>
          </div>
        ))}
      </dl>
    </Drawer>
  );
}
