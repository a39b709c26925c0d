import { Button } from "antd";
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from "react";
import type { ReviewDecision, ReviewDesk } from "#domains/intelligence/contract/intelligence-operations.ts";
import { DecisionRefused } from "#domains/intelligence/web/DecisionRefused.tsx";
import { NextDocument } from "#domains/intelligence/web/NextDocument.tsx";
import { ProposalCard } from "#domains/intelligence/web/ProposalCard.tsx";
import { marksOf } from "#domains/intelligence/web/proposal-marks.ts";
import { proposalStatusTexts } from "#domains/intelligence/web/proposal-texts.ts";
import { RejectProposal } from "#domains/intelligence/web/RejectProposal.tsx";
import { reviewTexts } from "#domains/intelligence/web/review-texts.ts";
import { cutTexts } from "#domains/intelligence/web/source-texts.ts";
import { useReview } from "#domains/intelligence/web/use-review.ts";
import { AbilityButton } from "#ui/AbilityButton.tsx";
import { AppLink } from "#ui/AppLink.tsx";
import { useWords } from "#ui/language.tsx";
import { Page } from "#ui/Page.tsx";
import { SourceView } from "#ui/SourceView.tsx";
import { useShortcuts } from "#ui/use-shortcuts.ts";

const CorrectProposal = lazy(() =>
  import("#domains/intelligence/web/CorrectProposal.tsx").then((module) => ({ default: module.CorrectProposal })),
);
const AcceptByRule = lazy(() => import("#domains/intelligence/web/AcceptByRule.tsx").then((module) => ({ default: module.AcceptByRule })));

/** Source at the left with the quote lit, findings at the right, one key a decision. */
export function ReviewDeskView({ desk }: { readonly desk: ReviewDesk }) {
  const { say } = useWords();
  const [onlyOpen, setOnlyOpen] = useState(false);
  const [active, setActive] = useState(
    () => desk.proposals.find((proposal) => proposal.status === "proposed")?.id ?? desk.proposals[0]?.id,
  );
  const [asking, setAsking] = useState<"correct" | "reject" | "bulk">();
  const list = useRef<HTMLUListElement>(null);
  const review = useReview(desk.document.id);
  const marks = useMemo(() => marksOf(desk.proposals), [desk.proposals]);
  const shown = desk.proposals.filter((proposal) => !onlyOpen || proposal.status === "proposed" || proposal.id === active);
  const current = desk.proposals.find((proposal) => proposal.id === active);
  const done = desk.proposals.filter((proposal) => proposal.status !== "proposed").length;
  const ability = desk.document.abilities["review"];
  const mayReview = ability?.allowed === true;

  useEffect(() => {
    list.current?.querySelector(`[data-proposal="${active}"]`)?.scrollIntoView({ block: "nearest" });
  }, [active]);

  const move = (step: 1 | -1) => {
    const here = shown.findIndex((proposal) => proposal.id === active);
    const next = shown[Math.min(Math.max(here + step, 0), shown.length - 1)];
    if (next) setActive(next.id);
  };
  const goOn = (from: string) => {
    const here = desk.proposals.findIndex((proposal) => proposal.id === from);
    const rest = [...desk.proposals.slice(here + 1), ...desk.proposals.slice(0, here)];
    const next = rest.find((proposal) => proposal.status === "proposed");
    if (next) setActive(next.id);
  };
  const decide = (decision: ReviewDecision) => {
    setAsking(undefined);
    review.mutate([decision], { onSuccess: () => goOn(decision.proposalId) });
  };
  const canDecide = mayReview && current !== undefined && !review.isPending && current.status === "proposed";
  const accept = () => canDecide && current && decide({ proposalId: current.id, decision: "accept" });
  const ask = (question: "correct" | "reject") => canDecide && setAsking(question);
  useShortcuts([
    { keys: ["a"], text: reviewTexts.accept, run: accept },
    { keys: ["e"], text: reviewTexts.edit, run: () => ask("correct") },
    { keys: ["r"], text: reviewTexts.reject, run: () => ask("reject") },
    { keys: ["j", "ArrowDown"], text: reviewTexts.next, run: () => move(1) },
    { keys: ["k", "ArrowUp"], text: reviewTexts.previous, run: () => move(-1) },
  ]);

  return (
    <Page
      title={desk.document.title}
      back={<AppLink to="/review">{say(reviewTexts.back)}</AppLink>}
      state={say(reviewTexts.deskState, { done, total: desk.proposals.length })}
      action={
        <>
          <AbilityButton ability={ability} onClick={() => setAsking("bulk")}>
            {say(reviewTexts.bulk)}
          </AbilityButton>
          <NextDocument after={desk.document.id} />
        </>
      }
    >
      {review.error ? (
        <p className="notice notice-alert" role="alert">
          <DecisionRefused error={review.error} />
        </p>
      ) : null}
      <div className="desk">
        <SourceView text={desk.original} cuts={desk.cuts} marks={marks} activeMark={active} onMark={setActive} cutReasons={cutTexts} />
        <div className="desk-side">
          <div className="desk-progress">
            <label className="check">
              <input type="checkbox" checked={onlyOpen} onChange={(event) => setOnlyOpen(event.target.checked)} />{" "}
              {say(reviewTexts.onlyOpen)}
              <span className="desk-count" role="status">
                <span className="visually-hidden">{current ? say(proposalStatusTexts[current.status]) : null}</span>
                {done} / {desk.proposals.length}
              </span>
            </label>
            <div
              className="progress"
              role="progressbar"
              aria-label={say(reviewTexts.progress)}
              aria-valuemin={0}
              aria-valuemax={desk.proposals.length}
              aria-valuenow={done}
            >
              <span style={{ width: `${desk.proposals.length === 0 ? 0 : (100 * done) / desk.proposals.length}%` }} />
            </div>
          </div>
          <ul className="desk-list" ref={list}>
            {shown.map((proposal) => (
              <li key={proposal.id} data-proposal={proposal.id}>
                <ProposalCard proposal={proposal} active={proposal.id === active} onPick={() => setActive(proposal.id)} />
              </li>
            ))}
            {shown.length === 0 ? (
              <li className="section-body">{say(desk.proposals.length === 0 ? reviewTexts.noProposals : reviewTexts.finished)}</li>
            ) : null}
          </ul>
          <div className="desk-actions">
            {mayReview ? (
              <>
                <Button type="primary" disabled={!canDecide} onClick={accept}>
                  {say(reviewTexts.accept)}
                  <kbd>A</kbd>
                </Button>
                <Button disabled={!canDecide} onClick={() => ask("correct")}>
                  {say(reviewTexts.edit)}
                  <kbd>E</kbd>
                </Button>
                <Button disabled={!canDecide} onClick={() => ask("reject")}>
                  {say(reviewTexts.reject)}
                  <kbd>R</kbd>
                </Button>
              </>
            ) : (
              <AbilityButton ability={ability}>{say(reviewTexts.accept)}</AbilityButton>
            )}
          </div>
        </div>
      </div>
      <Suspense>
        {asking === "correct" && current ? (
          <CorrectProposal proposal={current} onClose={() => setAsking(undefined)} onDecide={decide} />
        ) : null}
        {asking === "bulk" ? <AcceptByRule documentId={desk.document.id} onClose={() => setAsking(undefined)} /> : null}
      </Suspense>
      {asking === "reject" && current ? <RejectProposal proposal={current} onClose={() => setAsking(undefined)} onDecide={decide} /> : null}
    </Page>
  );
}
