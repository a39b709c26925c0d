import { useRouterState } from "@tanstack/react-router";
import { useEffect, useMemo, useState } from "react";
import { dailyGroups, groupAt, menuFor, placeOf } from "#apps/web/menu.ts";
import { NavGroup } from "#apps/web/NavGroup.tsx";
import { shellTexts } from "#apps/web/shell-texts.ts";
import { useUnfolded } from "#apps/web/use-unfolded.ts";
import type { Role } from "#kernel/role.ts";
import { useWords } from "#ui/language.tsx";
import { useMedia } from "#ui/use-media.ts";

/** As in shell.css: from here down the rail is a menu under one button. */
const NARROW = "(max-width: 900px)";

type ShellNavProps = { readonly permissions: ReadonlySet<string>; readonly role: Role };

/** A rail at the left whose groups fold; on a narrow screen it unfolds from a button. */
export function ShellNav({ permissions, role }: ShellNavProps) {
  const { say } = useWords();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const narrow = useMedia(NARROW);
  const [open, setOpen] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: going anywhere folds the menu
  useEffect(() => setOpen(false), [path]);
  const groups = useMemo(() => menuFor(permissions), [permissions]);
  const here = placeOf(path, groups);
  const { isOpen, choose } = useUnfolded(groupAt(here, groups), dailyGroups(role, groups));
  return (
    <nav className="shell-nav" aria-label={say(shellTexts.navigation)}>
      <button type="button" className="nav-toggle" aria-expanded={open} onClick={() => setOpen(!open)}>
        <span aria-hidden="true">☰</span> {say(shellTexts.menu)}
      </button>
      <div className={open ? "nav-groups nav-open" : "nav-groups"}>
        {groups.map((group) => (
          <NavGroup
            key={group.name}
            group={group}
            here={here}
            open={isOpen(group.name)}
            onFold={narrow ? undefined : (next) => choose(group.name, next)}
          />
        ))}
      </div>
    </nav>
  );
}
