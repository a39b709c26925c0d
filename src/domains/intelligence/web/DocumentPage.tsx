import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import type { ReviewDesk } from "#domains/intelligence/contract/intelligence-operations.ts";
import { documentStateTexts } from "#domains/intelligence/contract/intelligence-texts.ts";
import { DocumentAbout } from "#domains/intelligence/web/DocumentAbout.tsx";
import { isBeingRead } from "#domains/intelligence/web/document-progress.ts";
import { documentTexts } from "#domains/intelligence/web/document-texts.ts";
import { intelligence, originalAddress } from "#domains/intelligence/web/intelligence-client.ts";
import { ProposalCard } from "#domains/intelligence/web/ProposalCard.tsx";
import { marksOf } from "#domains/intelligence/web/proposal-marks.ts";
import { SameStory } from "#domains/intelligence/web/SameStory.tsx";
import { cutTexts } from "#domains/intelligence/web/source-texts.ts";
import { WithdrawDocument } from "#domains/intelligence/web/WithdrawDocument.tsx";
import { AbilityButton } from "#ui/AbilityButton.tsx";
import { AppLink } from "#ui/AppLink.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView, Section } from "#ui/Page.tsx";
import { SourceView } from "#ui/SourceView.tsx";
import { Loaded } from "#ui/StateViews.tsx";

export function Page() {
  const { say } = useWords();
  const id = useParams({ strict: false, select: (params: Record<string, string>) => params["id"] ?? "" });
  const desk = useQuery({
    queryKey: ["document", id],
    queryFn: () => intelligence.openReview({ id }),
    refetchInterval: (query) => (query.state.data && isBeingRead(query.state.data.document) ? 2_000 : false),
  });
  if (!desk.data)
    return (
      <PageView title={say(documentTexts.title)} back={<AppLink to="/documents">{say(documentTexts.back)}</AppLink>}>
        <Loaded query={desk} rows={10}>
          {() => null}
        </Loaded>
      </PageView>
    );
  return <DocumentBody desk={desk.data} />;
}

function DocumentBody({ desk }: { readonly desk: ReviewDesk }) {
  const { say, language } = useWords();
  const [active, setActive] = useState<string>();
  const [withdrawing, setWithdrawing] = useState(false);
  const { document } = desk;
  const marks = useMemo(() => marksOf(desk.proposals), [desk.proposals]);
  return (
    <PageView
      title={document.title}
      back={<AppLink to="/documents">{say(documentTexts.back)}</AppLink>}
      state={
        <>
          {say(documentStateTexts[document.state])}。
          {document.message ? document.message[language] : say(documentTexts.proposalCounts, document.proposals)}
        </>
      }
      action={
        <>
          {document.abilities["review"]?.allowed && document.proposals.open > 0 ? (
            <AppLink to={`/review/${document.id}`} className="button-link">
              {say(documentTexts.review)}
            </AppLink>
          ) : null}
          {document.abilities["downloadOriginal"]?.allowed ? (
            <a href={originalAddress(document.id)} download className="button-link button-link-plain">
              {say(documentTexts.original)}
            </a>
          ) : null}
          <AbilityButton ability={document.abilities["withdraw"]} onClick={() => setWithdrawing(true)}>
            {say(documentTexts.withdraw)}
          </AbilityButton>
        </>
      }
    >
      <div className="columns document-columns">
        <SourceView text={desk.original} cuts={desk.cuts} marks={marks} activeMark={active} onMark={setActive} cutReasons={cutTexts} />
        <div className="stack">
          <DocumentAbout desk={desk} />
          <SameStory storyId={document.storyId} documentId={document.id} />
          <Section title={say(documentTexts.proposals)}>
            <ul className="list proposals-short">
              {desk.proposals.map((proposal) => (
                <li key={proposal.id}>
                  <ProposalCard proposal={proposal} active={proposal.id === active} onPick={() => setActive(proposal.id)} />
                </li>
              ))}
            </ul>
          </Section>
        </div>
      </div>
      {withdrawing ? <WithdrawDocument document={document} onClose={() => setWithdrawing(false)} /> : null}
    </PageView>
  );
}
