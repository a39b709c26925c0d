import { findLocalDate } from "#kernel/local-date.ts";
import { Role } from "#kernel/role.ts";
import { useAddress } from "#ui/use-address.ts";

/** What the address asks the journal for: the list and the export say the same. */
export function useJournalFilter() {
  const [address] = useAddress();
  const from = findLocalDate(address["from"] ?? "");
  const to = findLocalDate(address["to"] ?? "");
  const role = Role.safeParse(address["role"]).data;
  const text = (name: string) => (address[name] ? { [name]: address[name] } : {});
  return {
    ...text("q"),
    ...text("who"),
    ...text("operation"),
    ...text("subject"),
    ...(role ? { role } : {}),
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
  };
}
