import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ReviewDecision, ReviewDesk } from "#domains/intelligence/contract/intelligence-operations.ts";
import { intelligence } from "#domains/intelligence/web/intelligence-client.ts";

/** Sends decisions and puts what came back into the desk; when another reviewer was faster, the desk is read again. */
export function useReview(documentId: string) {
  const client = useQueryClient();
  const key = ["document", documentId];
  return useMutation({
    mutationFn: (decisions: ReviewDecision[]) => intelligence.decide({ documentId, decisions }),
    onSuccess: (result) => {
      const changed = new Map(result.proposals.map((proposal) => [proposal.id, proposal]));
      client.setQueryData<ReviewDesk>(key, (desk) =>
        desk
          ? { ...desk, document: result.document, proposals: desk.proposals.map((proposal) => changed.get(proposal.id) ?? proposal) }
          : desk,
      );
      for (const touched of ["documents", "review-next", "cockpit", "conflicts"]) void client.invalidateQueries({ queryKey: [touched] });
    },
    onError: () => void client.invalidateQueries({ queryKey: key }),
  });
}
