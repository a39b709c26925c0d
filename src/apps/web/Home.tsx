import { Navigate } from "@tanstack/react-router";
import { menuFor } from "#apps/web/menu.ts";
import { NoPermission } from "#ui/StateViews.tsx";
import { useViewer } from "#ui/viewer.tsx";

/** The first place of the menu is where a role begins. */
export function Home() {
  const { permissions } = useViewer();
  const first = menuFor(permissions)[0]?.pages[0];
  return first ? (
    <Navigate to={first.path as never} replace />
  ) : (
    <div className="page">
      <NoPermission />
    </div>
  );
}
