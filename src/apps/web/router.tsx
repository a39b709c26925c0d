import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from "@tanstack/react-router";
import { Home } from "#apps/web/Home.tsx";
import { NotFound } from "#apps/web/NotFound.tsx";
import { PageFrame } from "#apps/web/PageFrame.tsx";
import { PublicFrame } from "#apps/web/PublicFrame.tsx";
import { pageList } from "#apps/web/page-list.ts";
import { Shell } from "#apps/web/Shell.tsx";
import type { PageEntry } from "#ui/page-entry.ts";
import { ErrorView, Loading } from "#ui/StateViews.tsx";

type Search = Readonly<Record<string, string>>;

/** Search parameters are plain words; each page says what it understands by them. */
const plainSearch = (search: Record<string, unknown>): Search =>
  Object.fromEntries(
    Object.entries(search).flatMap(([name, value]) => (value === undefined || value === null ? [] : [[name, String(value)]])),
  );

const readSearch = (text: string): Search => Object.fromEntries(new URLSearchParams(text));
const writeSearch = (search: Record<string, unknown>): string => {
  const written = new URLSearchParams(plainSearch(search)).toString();
  return written === "" ? "" : `?${written}`;
};

/** One route for each page of the list: public pages stand alone, the others inside the shell. */
export function createAppRouter() {
  const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound, validateSearch: plainSearch });
  const shell = createRoute({ getParentRoute: () => root, id: "shell", component: Shell });
  const open = createRoute({ getParentRoute: () => root, id: "public", component: PublicFrame });
  const home = createRoute({ getParentRoute: () => shell, path: "/", component: Home });
  const inside = pageList
    .filter((entry) => !entry.public)
    .map((entry) => createRoute({ getParentRoute: () => shell, path: entry.path, component: framed(entry) }));
  const outside = pageList
    .filter((entry) => entry.public)
    .map((entry) => createRoute({ getParentRoute: () => open, path: entry.path, component: lazyRouteComponent(entry.load, "Page") }));
  return createRouter({
    routeTree: root.addChildren([shell.addChildren([home, ...inside]), open.addChildren(outside)]),
    parseSearch: readSearch,
    stringifySearch: writeSearch,
    defaultPendingComponent: () => (
      <div className="page">
        <Loading rows={6} />
      </div>
    ),
    defaultErrorComponent: ({ error }) => (
      <div className="page">
        <ErrorView error={error} onRetry={() => window.location.reload()} />
      </div>
    ),
    scrollRestoration: true,
  });
}

function framed(entry: PageEntry) {
  const Body = lazyRouteComponent(entry.load, "Page");
  const Framed = () => (
    <PageFrame entry={entry}>
      <Body />
    </PageFrame>
  );
  return Object.assign(Framed, Body.preload ? { preload: Body.preload } : {});
}
