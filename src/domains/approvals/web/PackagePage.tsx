import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { packageStateWords } from "#domains/approvals/contract/package-texts.ts";
import { packages } from "#domains/approvals/web/approvals-client.ts";
import { PackageChildren } from "#domains/approvals/web/PackageChildren.tsx";
import { PackageCompensations } from "#domains/approvals/web/PackageCompensations.tsx";
import { PackageMaterials } from "#domains/approvals/web/PackageMaterials.tsx";
import { PackageSubmit } from "#domains/approvals/web/PackageSubmit.tsx";
import { packageTexts } from "#domains/approvals/web/package-texts.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView } from "#ui/Page.tsx";
import { Loaded } from "#ui/StateViews.tsx";
import { useViewer } from "#ui/viewer.tsx";

/** One application for several matters: the children side by side, and what is done when one of them fails. */
export function Page() {
  const { say, language } = useWords();
  const { permissions } = useViewer();
  const id = useParams({ strict: false, select: (params: Record<string, string>) => params["id"] ?? "" });
  const opened = useQuery({ queryKey: ["approvals", "package", id], queryFn: () => packages.openPackage({ id }) });
  const row = opened.data?.row;
  return (
    <PageView
      title={row ? `${row.name[language]} · ${row.enterprise}` : say(packageTexts.name)}
      back={<AppLink to={permissions.has("approvals.read") ? "/approvals/packages" : "/portal"}>{say(packageTexts.back)}</AppLink>}
      state={row ? say(packageTexts.pageState, { ...row, state: say(packageStateWords[row.state]) }) : null}
      action={opened.data ? <PackageSubmit view={opened.data} /> : null}
    >
      <Loaded query={opened} rows={8}>
        {(view) => (
          <>
            <PackageChildren view={view} />
            <PackageCompensations view={view} />
            <PackageMaterials view={view} />
          </>
        )}
      </Loaded>
    </PageView>
  );
}
