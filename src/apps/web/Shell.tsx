import { Outlet } from "@tanstack/react-router";
import { useMemo } from "react";
import { ChooseRole } from "#apps/web/ChooseRole.tsx";
import { ShellBar } from "#apps/web/ShellBar.tsx";
import { ShellNav } from "#apps/web/ShellNav.tsx";
import { SignInPage } from "#apps/web/SignInPage.tsx";
import { SignInStep } from "#apps/web/SignInStep.tsx";
import { shellTexts } from "#apps/web/shell-texts.ts";
import { useLive } from "#apps/web/use-live.ts";
import { useSession } from "#apps/web/use-session.ts";
import type { SessionView } from "#domains/system/contract/system-operations.ts";
import { findLocalDate, sayDate } from "#kernel/local-date.ts";
import { useWords } from "#ui/language.tsx";
import { ErrorView, Loading } from "#ui/StateViews.tsx";
import { uiTexts } from "#ui/ui-texts.ts";
import { type Viewer, ViewerContext } from "#ui/viewer.tsx";

/** Signed out, without a role, or inside: the address stays the same, so one comes back to where one was. */
export function Shell() {
  const session = useSession();
  if (session.error)
    return (
      <main className="page">
        <ErrorView error={session.error} onRetry={() => void session.refetch()} />
      </main>
    );
  if (!session.data)
    return (
      <main className="page">
        <Loading />
      </main>
    );
  if (session.data.pending) return <SignInStep pending={session.data.pending} />;
  if (!session.data.person) return <SignInPage session={session.data} />;
  if (!session.data.active || !session.data.zone) return <ChooseRole session={session.data} />;
  return <Inside session={session.data} />;
}

const viewerOf = (session: SessionView): Viewer => ({
  personId: session.person?.id ?? "",
  name: session.person?.name ?? "",
  permissions: new Set(session.permissions),
  zone: {
    slug: session.zone?.slug ?? "",
    name: { zh: session.zone?.name ?? "", en: session.zone?.nameEn || (session.zone?.name ?? "") },
    region: session.zone?.region ?? "",
  },
  today: session.zone?.businessDate ?? session.today,
});

function Inside({ session }: { readonly session: SessionView }) {
  const { say, language } = useWords();
  useLive(session.active?.id ?? "");
  const viewer = useMemo(() => viewerOf(session), [session]);
  const day = findLocalDate(viewer.today);
  return (
    <ViewerContext value={viewer}>
      <div className="shell">
        <a className="skip" href="#content">
          {say(uiTexts.skip)}
        </a>
        <ShellBar session={session} />
        {session.zone?.sample ? (
          <p className="shell-banner">{say(shellTexts.sample, { date: day ? sayDate(day, language) : viewer.today })}</p>
        ) : null}
        <ShellNav permissions={viewer.permissions} role={session.active?.role ?? "anonymous"} />
        <main id="content" className="shell-main" tabIndex={-1}>
          <Outlet />
        </main>
      </div>
    </ViewerContext>
  );
}
