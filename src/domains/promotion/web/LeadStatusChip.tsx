import { type LeadStatus, leadStatusWords } from "#domains/promotion/contract/lead.ts";
import { useWords } from "#ui/language.tsx";
import { StateChip } from "#ui/StateChip.tsx";

/** Said only where it is not the usual: a lead that is followed needs no chip. */
export function LeadStatusChip({ status }: { readonly status: LeadStatus }) {
  const { say } = useWords();
  return status === "ACTIVE" ? null : <StateChip tone={status === "PARKED" ? "plain" : "muted"}>{say(leadStatusWords[status])}</StateChip>;
}
