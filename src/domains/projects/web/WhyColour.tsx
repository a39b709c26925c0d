import { useQuery } from "@tanstack/react-query";
import type { z } from "zod";
import { Colour, type ColourDimension, type ColourReason, type ColourRule, colourWords } from "#domains/projects/contract/colour.ts";
import type { colourOperations } from "#domains/projects/contract/colour-operations.ts";
import { FreshnessLight } from "#domains/projects/web/FreshnessLight.tsx";
import { LadderLine } from "#domains/projects/web/LadderLine.tsx";
import { colours } from "#domains/projects/web/projects-client.ts";
import { SupervisionLight } from "#domains/projects/web/SupervisionLight.tsx";
import { dimensionTexts, dimensionUnits, whyTexts } from "#domains/projects/web/why-texts.ts";
import { DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";
import { useTimes } from "#ui/use-times.ts";
import "#domains/projects/web/project.css";

export type ColourOfProject = z.infer<typeof colourOperations.projectColour.output>;

/** The sentence, and below it every dimension with its value and the thresholds of the rule that was in force. */
export function WhyColour({ view }: { readonly view: ColourOfProject }) {
  const { say, language } = useWords();
  const { day } = useTimes();
  const rules = useQuery({ queryKey: ["colour-rules"], queryFn: () => colours.listColourRules({}), staleTime: 300_000 });
  const rule = rules.data?.items.find((version) => version.version === view.ruleVersion)?.rule;
  if (view.colour === null) return <p className="section-body">{say(whyTexts.unsupervised)}</p>;
  const colour = say(colourWords[view.colour]);
  const reasons = view.dimensions
    .filter((one) => one.colour !== "green")
    .toSorted((one, other) => Colour.options.indexOf(other.colour) - Colour.options.indexOf(one.colour))
    .map((one) => one[language]);
  return (
    <div className="why">
      <p className="why-verdict">
        <SupervisionLight colour={view.colour} word={false} />{" "}
        {reasons.length === 0
          ? say(whyTexts.fine, { colour })
          : say(whyTexts.verdict, { colour, reasons: reasons.join(language === "zh" ? "；" : "; ") })}
      </p>
      <DataTable
        caption={say(whyTexts.title)}
        rows={view.dimensions}
        rowKey={(row) => row.dimension}
        columns={[
          { key: "looked", short: true, title: say(whyTexts.dimension), cell: (row) => say(dimensionTexts[row.dimension]) },
          { key: "light", short: true, title: say(whyTexts.light), cell: (row) => <SupervisionLight colour={row.colour} /> },
          { key: "value", figure: true, title: say(whyTexts.value), cell: (row) => <Value reason={row} /> },
          { key: "sentence", title: say(whyTexts.sentence), cell: (row) => row[language] },
          {
            key: "thresholds",
            title: say(whyTexts.thresholds),
            cell: (row) => (rule === undefined ? "–" : <Thresholds dimension={row.dimension} rule={rule} />),
          },
        ]}
      />
      <p className="quiet why-foot">
        {say(whyTexts.worst, { version: view.ruleVersion, day: day(view.asOf) })} {say(whyTexts.second)}{" "}
        <FreshnessLight freshness={view.freshness} />
        {view.freshness.lastReportedOn ? ` ${say(whyTexts.lastReport, { day: day(view.freshness.lastReportedOn) })}` : ""}
      </p>
    </div>
  );
}

function Value({ reason }: { readonly reason: ColourReason }) {
  const { say } = useWords();
  const unit = dimensionUnits[reason.dimension];
  if (reason.value === null) return <>–</>;
  return (
    <span>
      {reason.value} {unit ? <span className="unit">{say(unit)}</span> : null}
    </span>
  );
}

function Thresholds({ dimension, rule }: { readonly dimension: ColourDimension; readonly rule: ColourRule }) {
  const { say } = useWords();
  switch (dimension) {
    case "progress":
      return <LadderLine ladder={rule.progress} />;
    case "milestone":
      return <LadderLine ladder={rule.milestone} />;
    case "start":
      return <LadderLine ladder={rule.start} />;
    case "stat-entry":
      return <LadderLine ladder={rule.statEntry} />;
    case "silence":
      return (
        <span className="ladder">
          <span>
            <SupervisionLight colour={rule.silence} /> {say(whyTexts.silenceRule)}
          </span>
        </span>
      );
    case "state":
      return (
        <span className="ladder">
          <span>
            <SupervisionLight colour={rule.suspended} /> {say(whyTexts.stateRule)}
          </span>
        </span>
      );
  }
}
