import { supervisionTexts } from "#domains/projects/web/supervision/supervision-texts.ts";
import { useWords } from "#ui/language.tsx";
import { useAddress } from "#ui/use-address.ts";

type Tab = { readonly value: string; readonly label: string };

/** Kinds of supervision side by side; which one stands in the address. */
export function KindTabs({ tabs, value }: { readonly tabs: readonly Tab[]; readonly value: string }) {
  const { say } = useWords();
  const [, change] = useAddress();
  return (
    <nav className="tabs" aria-label={say(supervisionTexts.kinds)}>
      {tabs.map((tab) => (
        <a
          key={tab.value}
          href={`?kind=${tab.value}`}
          aria-current={tab.value === value ? "page" : undefined}
          onClick={(event) => {
            event.preventDefault();
            change({ kind: tab.value, sort: "" });
          }}
        >
          {tab.label}
        </a>
      ))}
    </nav>
  );
}
