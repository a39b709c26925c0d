import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import type { ImportView } from "#domains/registry/contract/import-operations.ts";
import { ImportColumns } from "#domains/registry/web/ImportColumns.tsx";
import { ImportProgress } from "#domains/registry/web/ImportProgress.tsx";
import { ImportStateChip } from "#domains/registry/web/ImportStateChip.tsx";
import { RefusedRows } from "#domains/registry/web/RefusedRows.tsx";
import { registry } from "#domains/registry/web/registry-client.ts";
import { importPageTexts, oneImportTexts, subjectTexts } from "#domains/registry/web/registry-import-texts.ts";
import { sayBytes } from "#domains/registry/web/say-bytes.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView } from "#ui/Page.tsx";
import { Loaded } from "#ui/StateViews.tsx";
import "#domains/registry/web/registry.css";

const ASK_AGAIN_MS = 1_500;
const moving = (view: ImportView | undefined): boolean => view?.state === "QUEUED" || view?.state === "RUNNING";

/** One file from its columns to its last row. While it runs the page follows it. */
export function Page() {
  const importId = useParams({ strict: false, select: (params: Record<string, string>) => params["id"] ?? "" });
  const view = useQuery({
    queryKey: ["registry", "import", importId],
    queryFn: () => registry.openImport({ importId }),
    refetchInterval: (query) => (moving(query.state.data) ? ASK_AGAIN_MS : false),
    retry: false,
  });
  return view.data ? (
    <OneImport view={view.data} />
  ) : (
    <div className="page">
      <Loaded query={view}>{() => null}</Loaded>
    </div>
  );
}

function OneImport({ view }: { readonly view: ImportView }) {
  const { say } = useWords();
  const started = view.state !== "RECEIVED" && view.state !== "QUEUED";
  return (
    <PageView
      title={view.fileName}
      back={<AppLink to="/registry/import">{say(oneImportTexts.back)}</AppLink>}
      state={
        <span className="chips">
          <ImportStateChip state={view.state} />
          <span>
            {say(subjectTexts[view.subject])} · {sayBytes(view.bytes)} · {say(importPageTexts.asOf)} {view.asOf}
          </span>
        </span>
      }
    >
      <p className="quiet">{say(importPageTexts.sourceIs, { source: view.source })}</p>
      {view.failure ? (
        <p className="notice notice-alert" role="alert">
          {view.failure}
        </p>
      ) : null}
      {started || moving(view) ? <ImportProgress view={view} /> : null}
      {moving(view) || view.state === "DONE" ? null : <ImportColumns key={view.version} view={view} />}
      {started ? <RefusedRows view={view} /> : null}
    </PageView>
  );
}
