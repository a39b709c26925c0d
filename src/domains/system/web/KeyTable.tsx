import type { journalOperations } from "#domains/system/contract/journal-operations.ts";
import { digestTexts, suiteTexts } from "#domains/system/web/digest-texts.ts";
import type { OutputOf } from "#kernel/contract.ts";
import { DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";
import { useTimes } from "#ui/use-times.ts";

type Key = OutputOf<(typeof journalOperations)["listDigests"]>["keys"][number];

/** Every key that ever signed; the last one signs now. */
export function KeyTable({ keys }: { readonly keys: readonly Key[] }) {
  const { say, language } = useWords();
  const { moment } = useTimes();
  if (keys.length === 0) return <p className="section-body quiet">{say(digestTexts.noKey)}</p>;
  return (
    <DataTable
      caption={say(digestTexts.keys)}
      rows={keys.toReversed()}
      rowKey={(key) => key.id}
      columns={[
        {
          key: "state",
          title: say(digestTexts.keyState),
          width: "90px",
          cell: (key) => (key.id === keys.at(-1)?.id ? say(digestTexts.inUse) : <span className="quiet">{say(digestTexts.replaced)}</span>),
        },
        { key: "suite", title: say(digestTexts.suite), width: "180px", cell: (key) => suiteTexts[key.suite]?.[language] ?? key.suite },
        {
          key: "public",
          title: say(digestTexts.publicKey),
          cell: (key) => <span className="code">{key.publicKey.replace(/-----[^-]+-----|\s/g, "")}</span>,
        },
        { key: "since", short: true, title: say(digestTexts.since), width: "150px", cell: (key) => moment(key.createdAt) },
      ]}
    />
  );
}
