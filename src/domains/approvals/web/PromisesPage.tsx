import { useQuery } from "@tanstack/react-query";
import { commitmentStateWords, deferralStateWords } from "#domains/approvals/contract/promise-texts.ts";
import { promises } from "#domains/approvals/web/approvals-client.ts";
import { CommitmentTable } from "#domains/approvals/web/CommitmentTable.tsx";
import { DeferralTable } from "#domains/approvals/web/DeferralTable.tsx";
import { ExclusionTable } from "#domains/approvals/web/ExclusionTable.tsx";
import { promiseTexts } from "#domains/approvals/web/promise-texts.ts";
import { Choice } from "#ui/Choice.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView, Section } from "#ui/Page.tsx";
import { Empty, Loaded } from "#ui/StateViews.tsx";
import { useAddress } from "#ui/use-address.ts";

/** What was promised in place of a paper: what is to be verified, what is owed, and who may not promise any more. */
export function Page() {
  const { say } = useWords();
  const [address, change] = useAddress();
  const commitments = useQuery({ queryKey: ["approvals", "commitments"], queryFn: () => promises.listCommitments({}) });
  const deferrals = useQuery({ queryKey: ["approvals", "deferrals"], queryFn: () => promises.listDeferrals({}) });
  const exclusions = useQuery({ queryKey: ["approvals", "exclusions"], queryFn: () => promises.listExclusions({}) });
  const wanted = address["commitments"] ?? "PENDING";
  const owed = address["deferrals"] ?? "OPEN";
  const every = { value: "all", label: say(promiseTexts.all) };
  const count = <Row,>(rows: readonly Row[] | undefined, fits: (row: Row) => boolean) => rows?.filter(fits).length ?? 0;
  const loaded = commitments.data && deferrals.data && exclusions.data;
  return (
    <PageView
      title={say(promiseTexts.title)}
      state={
        loaded
          ? say(promiseTexts.state, {
              pending: count(commitments.data?.items, ({ state }) => state === "PENDING"),
              late: count(commitments.data?.items, ({ state, daysLate }) => state === "PENDING" && daysLate > 0),
              wrong: count(commitments.data?.items, ({ state }) => state === "FALSE"),
              open: count(deferrals.data?.items, ({ state }) => state === "OPEN"),
              lateOpen: count(deferrals.data?.items, ({ state, daysLate }) => state === "OPEN" && daysLate > 0),
              excluded: count(exclusions.data?.items, ({ repairedOn }) => repairedOn === null),
            })
          : null
      }
    >
      <Section
        title={say(promiseTexts.commitments)}
        aside={
          <Choice
            label={say(promiseTexts.filter)}
            value={wanted}
            onChange={(value) => change({ commitments: value })}
            options={[...Object.entries(commitmentStateWords).map(([value, words]) => ({ value, label: say(words) })), every]}
          />
        }
      >
        <Loaded query={commitments}>
          {({ items }) => (
            <CommitmentTable
              rows={items.filter(({ state }) => wanted === "all" || state === wanted)}
              empty={<Empty title={say(promiseTexts.noCommitments)} hint={say(promiseTexts.noCommitmentsHint)} />}
            />
          )}
        </Loaded>
      </Section>
      <Section
        title={say(promiseTexts.deferrals)}
        aside={
          <Choice
            label={say(promiseTexts.filter)}
            value={owed}
            onChange={(value) => change({ deferrals: value })}
            options={[...Object.entries(deferralStateWords).map(([value, words]) => ({ value, label: say(words) })), every]}
          />
        }
      >
        <Loaded query={deferrals}>
          {({ items }) => (
            <DeferralTable
              rows={items.filter(({ state }) => owed === "all" || state === owed)}
              empty={<Empty title={say(promiseTexts.noDeferrals)} hint={say(promiseTexts.noDeferralsHint)} />}
            />
          )}
        </Loaded>
      </Section>
      <Section title={say(promiseTexts.exclusions)}>
        <Loaded query={exclusions}>{({ items }) => <ExclusionTable rows={items} />}</Loaded>
      </Section>
    </PageView>
  );
}
