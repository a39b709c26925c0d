import { type BookKind, bookWords } from "#domains/registry/contract/enterprise.ts";
import { useWords } from "#ui/language.tsx";
import { StateChip } from "#ui/StateChip.tsx";

/** What an enterprise is to the zone today. */
export function BookChips({ book }: { readonly book: readonly BookKind[] }) {
  const { say } = useWords();
  return book.map((kind) => (
    <StateChip key={kind} tone={kind === "resident" ? "active" : "plain"}>
      {say(bookWords[kind])}
    </StateChip>
  ));
}
