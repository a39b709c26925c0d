import { createContext, lazy, type ReactNode, Suspense, useContext, useMemo } from "react";
import { Loading } from "#ui/StateViews.tsx";
import { useViewer } from "#ui/viewer.tsx";

/** What a page shows everything about: the record, and the names that other domains may know it by, the present one first. */
export type PartSubject = { readonly id: string; readonly name: string; readonly identifier: string; readonly names: readonly string[] };

/**
 * What a domain adds to a page of a domain to its left, which does not know it: chain positions, documents or projects on the page of an
 * enterprise; target lists on a place of the chain, whose id and identifier are its code. It is loaded when such a page is opened by somebody who may see it.
 */
export type PartEntry = {
  readonly of: "enterprise" | "chain-place";
  readonly key: string;
  readonly permission: string;
  readonly order: number;
  readonly load: () => Promise<{ readonly Part: (props: { readonly subject: PartSubject }) => ReactNode }>;
};

const PartsContext = createContext<readonly PartEntry[]>([]);

export function PartsProvider({ parts, children }: { readonly parts: readonly PartEntry[]; readonly children: ReactNode }) {
  return <PartsContext value={parts}>{children}</PartsContext>;
}

/** Everything that other domains add to this page, in their order. */
export function PageParts({ of, subject }: { readonly of: PartEntry["of"]; readonly subject: PartSubject }) {
  const parts = useContext(PartsContext);
  const { permissions } = useViewer();
  const shown = parts.filter((part) => part.of === of && permissions.has(part.permission)).sort((one, other) => one.order - other.order);
  return shown.map((part) => <OnePart key={part.key} part={part} subject={subject} />);
}

function OnePart({ part, subject }: { readonly part: PartEntry; readonly subject: PartSubject }) {
  const Body = useMemo(() => lazy(async () => ({ default: (await part.load()).Part })), [part]);
  return (
    <Suspense fallback={<Loading rows={2} />}>
      <Body subject={subject} />
    </Suspense>
  );
}
