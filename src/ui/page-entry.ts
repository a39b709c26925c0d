import type { ReactNode } from "react";
import type { Text } from "#kernel/texts.ts";

/** A page that a domain offers to the shell. The shell decides where it stands; the page is loaded when it is first visited. */
export type PageEntry = {
  readonly path: `/${string}`;
  readonly title: Text;
  /** What the role must hold to see it; without it any signed-in person may. */
  readonly permission?: string;
  /** Shown without sign-in, outside the shell. */
  readonly public?: true;
  /** Place in the navigation; a page without one is reached from another page. */
  readonly menu?: {
    readonly group: "cockpit" | "intelligence" | "targets" | "promotion" | "projects" | "approvals" | "portal" | "economy" | "system";
    readonly order: number;
  };
  readonly load: () => Promise<{ readonly Page: () => ReactNode }>;
};
