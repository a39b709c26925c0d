import { Link } from "@tanstack/react-router";
import type { z } from "zod";
import type { ProjectView } from "#domains/projects/contract/register-operations.ts";
import { pageTexts, tabTexts } from "#domains/projects/web/project-page-texts.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { useWords } from "#ui/language.tsx";
import { useAddress } from "#ui/use-address.ts";
import { useViewer } from "#ui/viewer.tsx";

export type Project = z.infer<typeof ProjectView>;
export type Tab = keyof typeof tabTexts;

/** Which part of the page stands in the address. */
export function useTab(): Tab {
  const [address] = useAddress();
  const asked = address["tab"] ?? "";
  return asked in tabTexts ? (asked as Tab) : "";
}

/** The parts of the page, each with an address of its own, and the way to what approvals keep of the project. */
export function ProjectTabs({ projectId }: { readonly projectId: string }) {
  const { say } = useWords();
  const { permissions } = useViewer();
  const here = useTab();
  return (
    <nav className="tabs" aria-label={say(pageTexts.sections)}>
      {(Object.keys(tabTexts) as Tab[]).map((tab) => (
        <Link
          key={tab}
          to={"." as never}
          search={(tab === "" ? {} : { tab }) as never}
          activeOptions={{ exact: true, includeSearch: true }}
          {...(tab === here ? { "aria-current": "page" as const } : {})}
        >
          {say(tabTexts[tab])}
        </Link>
      ))}
      {permissions.has("approvals.read") ? (
        <>
          <AppLink to="/approvals" search={{ project: projectId, state: "all" }}>
            {say(pageTexts.approvals)}
          </AppLink>
          <AppLink to={`/approvals/chain/${projectId}`}>{say(pageTexts.chain)}</AppLink>
        </>
      ) : null}
    </nav>
  );
}
