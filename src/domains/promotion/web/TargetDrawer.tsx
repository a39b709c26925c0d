import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { measureWords } from "#domains/promotion/contract/screening.ts";
import { targetStepWords } from "#domains/promotion/contract/target.ts";
import { AssignTarget } from "#domains/promotion/web/AssignTarget.tsx";
import { ReasonedCommand } from "#domains/promotion/web/ReasonedCommand.tsx";
import { ScoreBar } from "#domains/promotion/web/ScoreBar.tsx";
import { screeningWebTexts } from "#domains/promotion/web/screening-web-texts.ts";
import { barOf } from "#domains/promotion/web/TargetTable.tsx";
import { TargetToLead } from "#domains/promotion/web/TargetToLead.tsx";
import { targets } from "#domains/promotion/web/target-client.ts";
import { targetWebTexts as texts } from "#domains/promotion/web/target-web-texts.ts";
import { AbilityButton } from "#ui/AbilityButton.tsx";
import { AppLink } from "#ui/AppLink.tsx";
import { Drawer } from "#ui/Drawer.tsx";
import { useWords } from "#ui/language.tsx";
import { Loaded } from "#ui/StateViews.tsx";

type Form = "assign" | "drop" | "restore" | "lead";

export function TargetDrawer({ targetId, onClose }: { readonly targetId: string; readonly onClose: () => void }) {
  const { say, language } = useWords();
  const [form, setForm] = useState<Form>();
  const opened = useQuery({ queryKey: ["target", targetId], queryFn: () => targets.openTarget({ targetId }), retry: false });
  const row = opened.data?.row;
  const back = () => setForm(undefined);
  if (row && form === "assign") return <AssignTarget target={row} onClose={back} />;
  if (row && form === "lead") return <TargetToLead target={row} onClose={back} />;
  if (row && (form === "drop" || form === "restore"))
    return (
      <ReasonedCommand
        title={say(texts[form])}
        onClose={back}
        run={(because) => targets.dropTarget({ targetId, version: row.version, restore: form === "restore", because })}
      />
    );
  return (
    <Drawer open title={row?.enterprise ?? say(texts.title)} onClose={onClose}>
      <Loaded query={opened}>
        {({ row: target, scores, steps }) => (
          <>
            <p className="quiet">{target.identifier}</p>
            <p>{target.reason}</p>
            <ScoreBar {...barOf(target.score)} />
            <ul className="score-terms">
              {target.score.terms.map(({ measure, least, most, value, because }) => (
                <li key={measure}>
                  <p className="score-term">
                    <strong>{say(measureWords[measure])}</strong>
                    <span>
                      {value === null
                        ? say(screeningWebTexts.pointsRange, { least: least / 10, most: most / 10 })
                        : say(screeningWebTexts.points, { points: least / 10 })}
                    </span>
                  </p>
                  <p className={value === null ? "score-missing" : "quiet"}>{because[language]}</p>
                </li>
              ))}
            </ul>
            <p className="actions">
              <AppLink to="/promotion/paths" search={{ target: target.enterpriseId }}>
                {say(screeningWebTexts.paths)}
              </AppLink>
              <AppLink to={`/registry/${target.enterpriseId}`}>{say(screeningWebTexts.openRegister)}</AppLink>
              {target.lead ? <AppLink to={`/promotion/leads/${target.lead.id}`}>{say(screeningWebTexts.lead, target.lead)}</AppLink> : null}
            </p>
            <div className="actions">
              <AbilityButton type="primary" ability={target.abilities["edit"]} onClick={() => setForm("assign")}>
                {say(texts.assign)}
              </AbilityButton>
              <AbilityButton ability={target.abilities["lead"]} onClick={() => setForm("lead")}>
                {say(texts.toLead)}
              </AbilityButton>
              {target.status === "DROPPED" ? (
                <AbilityButton ability={target.abilities["restore"]} onClick={() => setForm("restore")}>
                  {say(texts.restore)}
                </AbilityButton>
              ) : (
                <AbilityButton ability={target.abilities["drop"]} onClick={() => setForm("drop")}>
                  {say(texts.drop)}
                </AbilityButton>
              )}
            </div>
            <h3>{say(texts.scores)}</h3>
            <ul>
              {scores.map((score) => (
                <li key={`${score.scoredOn} ${score.scoring} ${score.known} ${score.possible}`}>
                  {say(texts.scoredOn, {
                    on: score.scoredOn,
                    version: score.scoring,
                    known: score.known / 10,
                    possible: score.possible / 10,
                  })}
                </li>
              ))}
            </ul>
            <h3>{say(texts.steps)}</h3>
            <ul>
              {steps.map(({ step, on, at, by, reason }) => (
                <li key={`${at} ${step}`}>
                  {on} {by} {say(targetStepWords[step])}
                  {reason === "" ? null : <span className="quiet under">{reason}</span>}
                </li>
              ))}
            </ul>
          </>
        )}
      </Loaded>
    </Drawer>
  );
}
