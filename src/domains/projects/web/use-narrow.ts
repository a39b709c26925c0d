import { useSyncExternalStore } from "react";

const NARROW = "(max-width: 640px)";

/** A phone: pictures that need room are not drawn there at all. */
export const useNarrow = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      const query = window.matchMedia(NARROW);
      query.addEventListener("change", listener);
      return () => query.removeEventListener("change", listener);
    },
    () => window.matchMedia(NARROW).matches,
  );
