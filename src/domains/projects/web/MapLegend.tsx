import { type Colour, Colour as ColourSchema } from "#domains/projects/contract/colour.ts";
import type { MapPlace } from "#domains/projects/contract/map-operations.ts";
import { courseTexts, mapTexts } from "#domains/projects/web/course-texts.ts";
import { SupervisionLight } from "#domains/projects/web/SupervisionLight.tsx";
import { useWords } from "#ui/language.tsx";

const WORST_FIRST: readonly Colour[] = [...ColourSchema.options].reverse();

/** Which mark is which, and how many of each. */
export function MapLegend({ places }: { readonly places: readonly MapPlace[] }) {
  const { say } = useWords();
  const count = (colour: Colour | null) => places.filter((place) => place.colour === colour).length;
  return (
    <div className="map-legend">
      {WORST_FIRST.map((colour) => (
        <span key={colour}>
          <SupervisionLight colour={colour} /> {count(colour)}
        </span>
      ))}
      {count(null) > 0 ? <span>{`◇ ${say(courseTexts.unsupervised)} ${count(null)}`}</span> : null}
      <span className="quiet">{say(mapTexts.size)}</span>
    </div>
  );
}
