import { useSyncExternalStore } from "react";

const PHONE = "(max-width: 640px)";

/** On a phone a picture is drawn another way, not only narrower. */
export const useNarrow = (): boolean =>
  useSyncExternalStore(
    (changed) => {
      const query = window.matchMedia(PHONE);
      query.addEventListener("change", changed);
      return () => query.removeEventListener("change", changed);
    },
    () => window.matchMedia(PHONE).matches,
  );
