import { ProposalStatus } from "#domains/intelligence/contract/intelligence-operations.ts";
import { proposalStatusTexts } from "#domains/intelligence/web/proposal-texts.ts";
import { reviewTexts } from "#domains/intelligence/web/review-texts.ts";
import { AppError } from "#kernel/app-error.ts";
import { useWords } from "#ui/language.tsx";
import { isRefusal, useErrorSentence } from "#ui/sentences.tsx";

/** Another reviewer was faster, or the decision itself was refused: said in words, the state of the finding too. */
export function DecisionRefused({ error }: { readonly error: unknown }) {
  const { say } = useWords();
  const sentence = useErrorSentence();
  if (!isRefusal(error)) return sentence(error);
  const status = ProposalStatus.safeParse(error.params["status"]).data;
  const said = status ? new AppError(error.code, error.kind, { ...error.params, status: say(proposalStatusTexts[status]) }) : error;
  return error.kind === "conflict" ? say(reviewTexts.faster, { sentence: sentence(said) }) : sentence(said);
}
