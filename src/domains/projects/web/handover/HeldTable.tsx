import { type HeldItem, heldKindWords } from "#domains/projects/contract/handover-operations.ts";
import { handoverTexts } from "#domains/projects/web/handover/handover-texts.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";

/** Every item that would move, by kind. */
export function HeldTable({ items, links }: { readonly items: readonly HeldItem[]; readonly links: boolean }) {
  const { say } = useWords();
  return (
    <DataTable
      caption={say(handoverTexts.preview, { count: items.length })}
      rows={items}
      rowKey={(item) => `${item.kind} ${item.id} ${item.project?.id}`}
      total={items.length}
      columns={[
        { key: "kind", title: say(handoverTexts.kind), short: true, cell: (item) => say(heldKindWords[item.kind]) },
        {
          key: "project",
          title: say(handoverTexts.project),
          cell: (item) => (
            <div>
              {item.project === null ? (
                "–"
              ) : links ? (
                <AppLink to={`/projects/${item.project.id}`}>{item.project.name}</AppLink>
              ) : (
                item.project.name
              )}
              <span className="quiet under">{item.project?.code}</span>
            </div>
          ),
        },
        { key: "detail", title: say(handoverTexts.detail), cell: (item) => item.what || "–" },
        { key: "due", title: say(handoverTexts.due), short: true, cell: (item) => item.dueOn ?? "–" },
      ]}
    />
  );
}
