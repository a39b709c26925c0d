import { useRouterState } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { menuFor } from "#apps/web/menu.ts";
import { groupTexts, shellTexts } from "#apps/web/shell-texts.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { useWords } from "#ui/language.tsx";

/** A rail at the left; on a narrow screen it unfolds from a button. */
export function ShellNav({ permissions }: { readonly permissions: ReadonlySet<string> }) {
  const { say } = useWords();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const [open, setOpen] = useState(false);
  const here = placeOf(path, permissions);
  // biome-ignore lint/correctness/useExhaustiveDependencies: going anywhere folds the menu
  useEffect(() => setOpen(false), [path]);
  return (
    <nav className="shell-nav" aria-label={say(shellTexts.navigation)}>
      <button type="button" className="nav-toggle" aria-expanded={open} onClick={() => setOpen(!open)}>
        <span aria-hidden="true">☰</span> {say(shellTexts.menu)}
      </button>
      <div className={open ? "nav-groups nav-open" : "nav-groups"}>
        {menuFor(permissions).map((group) => {
          const heading = groupTexts[group.name];
          return (
            <div key={group.name} className="nav-group">
              {heading ? <p className="nav-heading">{say(heading)}</p> : null}
              <ul>
                {group.pages.map((page) => (
                  <li key={page.path} className={page.path === here ? "nav-here" : undefined}>
                    <AppLink to={page.path}>{say(page.title)}</AppLink>
                  </li>
                ))}
              </ul>
            </div>
          );
        })}
      </div>
    </nav>
  );
}

/** The page of the menu under which an address stands: the longest that fits, since /approvals/matters is not the desk at /approvals. */
function placeOf(path: string, permissions: ReadonlySet<string>): string | undefined {
  return menuFor(permissions)
    .flatMap(({ pages }) => pages.map((page) => page.path))
    .filter((page) => path === page || path.startsWith(`${page}/`))
    .sort((left, right) => left.length - right.length)
    .at(-1);
}
