import { useMedia } from "#ui/use-media.ts";

/** A phone: pictures that need room are not drawn there at all. */
export const useNarrow = (): boolean => useMedia("(max-width: 640px)");
