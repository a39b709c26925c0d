import { useState } from "react";
import { colourWords } from "#domains/projects/contract/colour.ts";
import { colours } from "#domains/projects/web/projects-client.ts";
import { SupervisionLight } from "#domains/projects/web/SupervisionLight.tsx";
import { TOUCHED_BY_A_PROJECT } from "#domains/projects/web/touched.ts";
import type { ColourOfProject } from "#domains/projects/web/WhyColour.tsx";
import { whyTexts } from "#domains/projects/web/why-texts.ts";
import type { Decision } from "#kernel/policy.ts";
import { AbilityButton } from "#ui/AbilityButton.tsx";
import { CommandForm } from "#ui/CommandForm.tsx";
import { DataTable } from "#ui/DataTable.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";

type Change = ColourOfProject["history"][number];
type ColourHistoryProps = {
  readonly projectId: string;
  readonly view: ColourOfProject;
  /** Without it the history is only read. */
  readonly ability?: Decision | undefined;
};

/** What colour it had since when, by which version of the rule; and which of them were false alarms. */
export function ColourHistory({ projectId, view, ability }: ColourHistoryProps) {
  const { say, language } = useWords();
  const [asked, setAsked] = useState<Change>();
  const newestFirst = view.history.toReversed();
  return (
    <>
      <DataTable
        caption={say(whyTexts.history)}
        rows={newestFirst}
        rowKey={(row) => String(row.ordinal)}
        empty={<p className="section-body">{say(whyTexts.noHistory)}</p>}
        columns={[
          { key: "on", short: true, title: say(whyTexts.on), cell: (row) => row.asOf },
          {
            key: "light",
            short: true,
            title: say(whyTexts.light),
            cell: (row) => (row.colour === "none" ? say(whyTexts.none) : <SupervisionLight colour={row.colour} />),
          },
          {
            key: "reasons",
            title: say(whyTexts.why),
            cell: (row) => (
              <>
                {row.reasons.map((reason) => reason[language]).join(language === "zh" ? "；" : "; ") || "–"}
                {row.falseAlarm ? (
                  <span className="under quiet">
                    {say(whyTexts.falseAlarmSaid, { reason: row.falseAlarm.reason, by: row.falseAlarm.by, day: row.falseAlarm.on })}
                  </span>
                ) : null}
              </>
            ),
          },
          { key: "held", figure: true, title: say(whyTexts.held), cell: (row) => say(whyTexts.days, { days: row.days }) },
          {
            key: "version",
            short: true,
            wideOnly: true,
            title: say(whyTexts.version),
            cell: (row) => say(whyTexts.versionOf, { version: row.ruleVersion }),
          },
          ...(ability === undefined
            ? []
            : [
                {
                  key: "action",
                  title: say(whyTexts.falseAlarm),
                  cell: (row: Change) =>
                    row.falseAlarm !== null || row.colour === "none" || row.colour === "green" ? null : (
                      <AbilityButton size="small" ability={ability} onClick={() => setAsked(row)}>
                        {say(whyTexts.falseAlarm)}
                      </AbilityButton>
                    ),
                },
              ]),
        ]}
      />
      {view.clearedAfterDays.length > 0 ? (
        <p className="section-body quiet">{say(whyTexts.cleared, { days: view.clearedAfterDays.join(language === "zh" ? "、" : ", ") })}</p>
      ) : null}
      {asked ? <SayFalseAlarm projectId={projectId} change={asked} onClose={() => setAsked(undefined)} /> : null}
    </>
  );
}

type SayFalseAlarmProps = { readonly projectId: string; readonly change: Change; readonly onClose: () => void };

function SayFalseAlarm({ projectId, change, onClose }: SayFalseAlarmProps) {
  const { say } = useWords();
  const [reason, setReason] = useState("");
  const send = useCommand(() => colours.sayFalseAlarm({ id: projectId, ordinal: change.ordinal, reason }), TOUCHED_BY_A_PROJECT, onClose);
  const colour = change.colour === "none" ? "" : say(colourWords[change.colour]);
  return (
    <CommandForm
      open
      title={`${say(whyTexts.sayFalseAlarm)} · ${change.asOf} ${colour}`}
      submit={say(whyTexts.sayFalseAlarm)}
      busy={send.isPending}
      error={send.error}
      onSubmit={() => send.mutate(undefined)}
      onClose={onClose}
    >
      <p className="notice">{say(whyTexts.falseAlarmHint)}</p>
      <Field label={say(whyTexts.reason)} value={reason} onChange={setReason} rows={3} required minLength={2} maxLength={500} autoFocus />
    </CommandForm>
  );
}
