import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { claimKindWords, claimStateWords } from "#domains/promotion/contract/lead.ts";
import type { ClaimView } from "#domains/promotion/contract/lead-view.ts";
import { DecideClaim } from "#domains/promotion/web/DecideClaim.tsx";
import { DuplicatePairs } from "#domains/promotion/web/DuplicatePairs.tsx";
import { claimTexts as texts } from "#domains/promotion/web/pool-web-texts.ts";
import { pool } from "#domains/promotion/web/promotion-client.ts";
import { AbilityButton } from "#ui/AbilityButton.tsx";
import { AppLink } from "#ui/AppLink.tsx";
import { Choice } from "#ui/Choice.tsx";
import { type Column, DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView, Section } from "#ui/Page.tsx";
import { StateChip } from "#ui/StateChip.tsx";
import { Empty, Loaded } from "#ui/StateViews.tsx";
import { useAddress } from "#ui/use-address.ts";
import { usePages } from "#ui/use-pages.ts";
import "#domains/promotion/web/promotion.css";

/** Who talked first, and what was registered twice: each project is counted once. */
export function Page() {
  const { say } = useWords();
  const [address, change] = useAddress();
  const [deciding, setDeciding] = useState<ClaimView>();
  const all = address["show"] === "all";
  const claims = usePages(["claims", all], (cursor) =>
    pool.listClaims({ ...(all ? {} : { state: "DISPUTED" as const }), cursor, limit: 50 }),
  );
  const open = useQuery({ queryKey: ["claims", "open"], queryFn: () => pool.listClaims({ state: "DISPUTED", limit: 1 }) });
  const pairs = useQuery({ queryKey: ["duplicates"], queryFn: () => pool.listDuplicates({}) });
  const columns: readonly Column<ClaimView>[] = [
    {
      key: "lead",
      title: say(texts.lead),
      cell: (row) => (
        <div>
          <AppLink to={`/promotion/leads/${row.lead.id}`}>{row.lead.projectName}</AppLink>
          <span className="quiet under">
            {row.lead.code} · {row.lead.party}
          </span>
        </div>
      ),
    },
    {
      key: "team",
      title: say(texts.team),
      cell: (row) => (
        <div>
          {row.team}
          <span className="quiet under">
            {say(claimKindWords[row.kind])} · {row.by}
          </span>
        </div>
      ),
    },
    { key: "talked", title: say(texts.talkedOn), short: true, order: (row) => row.talkedOn, cell: (row) => row.talkedOn },
    {
      key: "against",
      title: say(texts.against),
      cell: (row) => (row.against === null ? "–" : `${row.against.team} ${row.against.talkedOn}`),
    },
    {
      key: "state",
      title: say(texts.stateOf),
      cell: (row) => (
        <span>
          <StateChip tone={row.state === "VALID" ? "active" : row.state === "DISPUTED" ? "alert" : "muted"}>
            {say(claimStateWords[row.state])}
          </StateChip>{" "}
          {row.state === "DISPUTED" ? (
            <AbilityButton size="small" ability={row.abilities["decide"]} onClick={() => setDeciding(row)}>
              {say(texts.decide)}
            </AbilityButton>
          ) : (
            <span className="quiet">{row.decision}</span>
          )}
        </span>
      ),
    },
  ];
  return (
    <PageView
      title={say(texts.title)}
      state={open.data && pairs.data ? say(texts.state, { disputes: open.data.total ?? 0, pairs: pairs.data.items.length }) : null}
    >
      <Section
        title={say(texts.claims)}
        aside={
          <Choice
            label={say(texts.show)}
            value={all ? "all" : ""}
            onChange={(show) => change({ show })}
            options={[
              { value: "", label: say(texts.disputed) },
              { value: "all", label: say(texts.all) },
            ]}
          />
        }
      >
        <Loaded query={claims}>
          {(rows) => (
            <DataTable
              caption={say(texts.claims)}
              rows={rows}
              columns={columns}
              rowKey={(row) => row.id}
              total={claims.total}
              more={claims.more}
              empty={<Empty title={say(texts.claimsNone)} hint={say(texts.claimsHint)} />}
            />
          )}
        </Loaded>
      </Section>
      <Section title={say(texts.duplicates)}>
        <Loaded query={pairs}>{({ items, abilities }) => <DuplicatePairs pairs={items} ability={abilities["join"]} />}</Loaded>
      </Section>
      {deciding ? <DecideClaim claim={deciding} onClose={() => setDeciding(undefined)} /> : null}
    </PageView>
  );
}
