import { createContext, useContext } from "react";
import type { Text } from "#kernel/texts.ts";

/** Who looks, from where, and what the active role holds: given to every page by the shell. */
export type Viewer = {
  readonly personId: string;
  readonly name: string;
  readonly permissions: ReadonlySet<string>;
  readonly zone: { readonly slug: string; readonly name: Text; readonly region: string };
  /** The business date: today, or the fixed day of a sample zone. */
  readonly today: string;
};

export const ViewerContext = createContext<Viewer | undefined>(undefined);

export function useViewer(): Viewer {
  const viewer = useContext(ViewerContext);
  if (!viewer) throw new Error("useViewer outside the shell");
  return viewer;
}
