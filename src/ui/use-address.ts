import { useNavigate, useSearch } from "@tanstack/react-router";

type Filters = Readonly<Record<string, string | undefined>>;

/** Filters live in the address: they survive reloading and can be sent to a colleague. An empty value leaves it. */
export function useAddress(): readonly [Filters, (change: Filters) => void] {
  const search = useSearch({ strict: false }) as Filters;
  const navigate = useNavigate();
  const change = (next: Filters) => {
    const merged = Object.fromEntries(Object.entries({ ...search, ...next }).filter(([, value]) => value !== undefined && value !== ""));
    void navigate({ to: ".", search: merged as never, replace: true });
  };
  return [search, change];
}
