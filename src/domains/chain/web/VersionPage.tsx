import "#domains/chain/web/chain.css";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { GraphFormat, type VersionView } from "#domains/chain/contract/version-operations.ts";
import { chain, exportAddress } from "#domains/chain/web/chain-client.ts";
import { DraftEdges } from "#domains/chain/web/DraftEdges.tsx";
import { DraftNodes } from "#domains/chain/web/DraftNodes.tsx";
import { EditVersion } from "#domains/chain/web/EditVersion.tsx";
import { MoveVersion } from "#domains/chain/web/MoveVersion.tsx";
import { VersionChips } from "#domains/chain/web/VersionChips.tsx";
import { VERSION_MOVES, type VersionMove } from "#domains/chain/web/version-moves.ts";
import { stepWords, versionTexts } from "#domains/chain/web/version-texts.ts";
import { AbilityButton } from "#ui/AbilityButton.tsx";
import { AppLink } from "#ui/AppLink.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView, Section } from "#ui/Page.tsx";
import { StateChip } from "#ui/StateChip.tsx";
import { Loaded } from "#ui/StateViews.tsx";

export function Page() {
  const { say } = useWords();
  const id = useParams({ strict: false, select: (params: Record<string, string>) => params["id"] ?? "" });
  const version = useQuery({ queryKey: ["chain-version", id], queryFn: () => chain.openVersion({ id }) });
  if (version.data) return <VersionBody view={version.data} />;
  return (
    <PageView title={say(versionTexts.title)} back={<AppLink to="/chain/versions">{say(versionTexts.back)}</AppLink>}>
      <Loaded query={version} rows={10}>
        {() => null}
      </Loaded>
    </PageView>
  );
}

function VersionBody({ view }: { readonly view: VersionView }) {
  const { say, language } = useWords();
  const [move, setMove] = useState<VersionMove>();
  const [editing, setEditing] = useState(false);
  const { row } = view;
  const waits = row.state === "DRAFT" ? ["submit"] : row.state === "SUBMITTED" ? ["sendBack", "approve"] : [];
  const editable = row.abilities["edit"]?.allowed === true;
  return (
    <PageView
      title={(language === "en" && row.nameEn) || row.name}
      back={<AppLink to="/chain/versions">{say(versionTexts.back)}</AppLink>}
      state={
        <>
          <VersionChips row={row} /> {say(versionTexts.effectiveFrom)} {row.effectiveFrom} · {say(versionTexts.counts)}{" "}
          {row.counts.industry}/{row.counts.field}/{row.counts.direction}/{row.counts.node} · {say(versionTexts.edges)} {row.edges}
        </>
      }
      action={
        <>
          <AppLink to="/chain" search={{ version: row.id }} className="button-link button-link-plain">
            {say(versionTexts.draw)}
          </AppLink>
          {editable ? (
            <>
              <AppLink to={`/chain/versions/${row.id}/import`} className="button-link button-link-plain">
                {say(versionTexts.import)}
              </AppLink>
              <AbilityButton ability={row.abilities["edit"]} onClick={() => setEditing(true)}>
                {say(versionTexts.edit)}
              </AbilityButton>
            </>
          ) : null}
          {VERSION_MOVES.filter(({ name }) => waits.includes(name)).map((one) => (
            <AbilityButton
              key={one.name}
              type={one.name === "sendBack" ? "default" : "primary"}
              ability={row.abilities[one.name]}
              onClick={() => setMove(one)}
            >
              {say(one.text)}
            </AbilityButton>
          ))}
        </>
      }
    >
      <p className="quiet">
        {say(versionTexts.export)}
        {GraphFormat.options.map((format) => (
          <span key={format}>
            {" "}
            <a href={exportAddress(row.id, format)} download>
              {format.toUpperCase()}
            </a>
          </span>
        ))}
        {row.note ? ` · ${row.note}` : ""}
      </p>
      {row.state === "APPROVED" && view.problems.length === 0 ? null : <Problems view={view} />}
      <DraftNodes view={view} editable={editable} />
      <DraftEdges view={view} editable={editable} />
      <Section title={say(versionTexts.history)}>
        <ul className="list">
          {view.steps.map((step) => (
            <li key={`${step.at} ${step.move}`} className="list-line">
              <span>
                {say(stepWords[step.move] ?? { zh: step.move, en: step.move })} · {step.by}
                {step.reason ? <span className="quiet"> · {step.reason}</span> : null}
              </span>
              <span className="quiet">{step.on}</span>
            </li>
          ))}
        </ul>
      </Section>
      {move ? <MoveVersion row={row} move={move} onClose={() => setMove(undefined)} /> : null}
      {editing ? <EditVersion row={row} onClose={() => setEditing(false)} /> : null}
    </PageView>
  );
}

/** So many of one kind are shown; the others are folded. */
const SHOWN = 5;

function Problems({ view }: { readonly view: VersionView }) {
  const { say } = useWords();
  const kinds = [...Map.groupBy(view.problems, ({ code }) => code).values()];
  return (
    <Section title={say(versionTexts.problems)}>
      {view.problems.length === 0 ? <p className="section-body quiet">{say(versionTexts.noProblems)}</p> : null}
      {kinds.map((problems) => (
        <div key={problems[0]?.code}>
          <ProblemList problems={problems.slice(0, SHOWN)} />
          {problems.length > SHOWN ? (
            <details className="section-body">
              <summary>{say(versionTexts.moreProblems, { count: problems.length - SHOWN })}</summary>
              <ProblemList problems={problems.slice(SHOWN)} />
            </details>
          ) : null}
        </div>
      ))}
    </Section>
  );
}

function ProblemList({ problems }: { readonly problems: VersionView["problems"] }) {
  const { say, language } = useWords();
  return (
    <ul className="list">
      {problems.map((problem) => (
        <li key={`${problem.code} ${problem.text.zh}`}>
          <StateChip tone={problem.severity === "error" ? "alert" : "muted"}>
            {say(problem.severity === "error" ? versionTexts.error : versionTexts.warning)}
          </StateChip>{" "}
          {problem.text[language]}
        </li>
      ))}
    </ul>
  );
}
