import type { ReactNode } from "react";
import type { PageEntry } from "#ui/page-entry.ts";
import { NoPermission } from "#ui/StateViews.tsx";
import { useViewer } from "#ui/viewer.tsx";

/** A page that the role may not see is not even asked for. */
export function PageFrame({ entry, children }: { readonly entry: PageEntry; readonly children: ReactNode }) {
  const { permissions } = useViewer();
  if (entry.permission && !permissions.has(entry.permission))
    return (
      <div className="page">
        <NoPermission />
      </div>
    );
  return children;
}
