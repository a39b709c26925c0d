import type { z } from "zod";
import type { PackageView } from "#domains/approvals/contract/package-operations.ts";
import { childStateWords } from "#domains/approvals/contract/package-texts.ts";
import { CaseClock } from "#domains/approvals/web/CaseClock.tsx";
import { GraphView } from "#domains/approvals/web/GraphView.tsx";
import { packageTexts } from "#domains/approvals/web/package-texts.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";
import { StateChip } from "#ui/StateChip.tsx";
import { useViewer } from "#ui/viewer.tsx";

type View = z.infer<typeof PackageView>;
const CHIPS = { waiting: "muted", running: "active", granted: "done", failed: "alert" } as const;
const BOXES = { waiting: "plain", running: "active", granted: "done", failed: "failed" } as const;

export function PackageChildren({ view: { children } }: { readonly view: View }) {
  const { say, language } = useWords();
  const { permissions } = useViewer();
  const nameOf = (code: string) => children.find((child) => child.matterCode === code)?.name[language] ?? code;
  const place = permissions.has("approvals.read") ? "/approvals" : "/portal/cases";
  return (
    <Section title={say(packageTexts.children)}>
      <GraphView
        label={say(packageTexts.childrenLabel)}
        nodes={children.map((child) => ({
          key: child.matterCode,
          after: child.after,
          name: child.name[language],
          line: [say(childStateWords[child.state]), child.case?.department].filter(Boolean).join(" · "),
          tone: BOXES[child.state],
        }))}
      />
      <DataTable
        caption={say(packageTexts.children)}
        rows={children}
        rowKey={(row) => row.matterCode}
        columns={[
          {
            key: "matter",
            title: say(packageTexts.matter),
            cell: (row) => (
              <>
                {row.name[language]} <StateChip tone={CHIPS[row.state]}>{say(childStateWords[row.state])}</StateChip>
              </>
            ),
          },
          {
            key: "after",
            title: say(packageTexts.after),
            cell: (row) => row.after.map(nameOf).join(language === "zh" ? "、" : ", ") || say(packageTexts.none),
          },
          {
            key: "case",
            title: say(packageTexts.case),
            cell: (row) =>
              row.case ? (
                <>
                  <AppLink to={`${place}/${row.case.id}`}>{row.case.number}</AppLink>
                  <span className="under quiet">{row.case.blocking.sentence[language]}</span>
                </>
              ) : (
                "–"
              ),
          },
          { key: "clock", title: "", width: "190px", cell: (row) => (row.case ? <CaseClock row={row.case} /> : null) },
        ]}
      />
    </Section>
  );
}
