import { findInstant, type Instant } from "#kernel/local-date.ts";

/** What a camera wrote into a picture of when and where it was taken; null where it wrote nothing, or nothing that can be. */
export type PhotoMarks = { readonly takenAt: Instant | null; readonly place: Place | null };
/** Degrees, WGS-84. */
export type Place = { readonly longitude: number; readonly latitude: number };

/** Tags as EXIF has them: `2026:06:28 09:15:30`, `+08:00`, degrees east and north. */
export type CameraTags = {
  readonly taken?: string | undefined;
  readonly offset?: string | undefined;
  readonly longitude?: number | undefined;
  readonly latitude?: number | undefined;
};

const TAKEN = /^(\d{4})[:-](\d\d)[:-](\d\d)[ T](\d\d):(\d\d):(\d\d)/;
const OFFSET = /^[+-]\d\d:\d\d$/;
/** A camera that does not say its time zone stands where the zone is. */
const SHANGHAI = "+08:00";
/** The country with its seas, with room to spare: what lies outside is a fault of the receiver. */
const BOUNDS = { longitude: [70, 140], latitude: [0, 60] } as const;
const SIX_PLACES = 1_000_000;

export function readPhotoMarks({ taken = "", offset = "", longitude, latitude }: CameraTags): PhotoMarks {
  const parts = TAKEN.exec(taken);
  const zone = OFFSET.test(offset) ? offset : SHANGHAI;
  return {
    takenAt:
      parts === null ? null : (findInstant(`${parts[1]}-${parts[2]}-${parts[3]}T${parts[4]}:${parts[5]}:${parts[6]}${zone}`) ?? null),
    place:
      within(longitude, BOUNDS.longitude) && within(latitude, BOUNDS.latitude)
        ? { longitude: sixPlaces(longitude), latitude: sixPlaces(latitude) }
        : null,
  };
}

/** 0° is where a receiver without satellites believes to be. */
const within = (degrees: number | undefined, [least, most]: readonly [number, number]): degrees is number =>
  degrees !== undefined && Number.isFinite(degrees) && degrees !== 0 && degrees >= least && degrees <= most;

const sixPlaces = (degrees: number): number => Math.round(degrees * SIX_PLACES) / SIX_PLACES;

const EARTH_RADIUS_M = 6_371_008.8;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Metres along the surface between two places (haversine on the mean radius: true to about 0.5 %). */
export function metresBetween(one: Place, other: Place): number {
  const [north, south] = [radians(one.latitude), radians(other.latitude)];
  const half =
    Math.sin((south - north) / 2) ** 2 + Math.cos(north) * Math.cos(south) * Math.sin(radians(other.longitude - one.longitude) / 2) ** 2;
  return 2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(half)));
}
