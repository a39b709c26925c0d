import type { z } from "zod";
import { type AgendaSource, agendaChangeWords, agendaSourceWords } from "#domains/projects/contract/dispatch.ts";
import type { AgendaItemView } from "#domains/projects/contract/dispatch-operations.ts";
import { projectAddress } from "#domains/projects/web/dispatch/dispatch-client.ts";
import { meetingTexts } from "#domains/projects/web/dispatch/dispatch-web-texts.ts";
import { ResolutionState } from "#domains/projects/web/dispatch/ResolutionState.tsx";
import { SupervisionLight } from "#domains/projects/web/SupervisionLight.tsx";
import type { Abilities } from "#kernel/policy.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { useWords } from "#ui/language.tsx";
import { StateChip } from "#ui/StateChip.tsx";

export type AgendaItem = z.output<typeof AgendaItemView>;

const LIGHTS: Readonly<Partial<Record<AgendaSource, "red" | "yellow">>> = { red: "red", "second-yellow": "yellow", yellow: "yellow" };

type AgendaItemLineProps = {
  readonly item: AgendaItem;
  readonly abilities: Abilities;
  readonly onChange: (to: "keep" | "defer" | "drop") => void;
  readonly onDiscuss: () => void;
};

/** One item: why it is here in a sentence, whose it is, what was said and resolved. */
export function AgendaItemLine({ item, abilities, onChange, onDiscuss }: AgendaItemLineProps) {
  const { say, language } = useWords();
  const light = LIGHTS[item.source];
  const isProject = item.project !== null && item.title === item.project.name;
  const canChange = abilities["changeAgenda"]?.allowed === true;
  const canDiscuss = abilities["note"]?.allowed === true && item.id !== null && item.change === "keep";
  return (
    <li className={item.change === "keep" ? "agenda-item" : "agenda-item agenda-out"}>
      <span className="agenda-number">{item.ordinal ?? "–"}</span>
      <div className="agenda-main">
        <p className="agenda-title">
          {light ? <SupervisionLight colour={light} /> : null}{" "}
          {isProject && item.project ? <AppLink to={projectAddress(item.project.id)}>{item.title}</AppLink> : item.title}{" "}
          {item.change === "keep" ? null : <StateChip tone="muted">{say(agendaChangeWords[item.change])}</StateChip>}
        </p>
        <p>{item.reason[language]}</p>
        {item.also.map((more) => (
          <p key={`${more.source} ${more.reason.zh}`} className="quiet">
            {say(agendaSourceWords[more.source])}：{more.reason[language]}
          </p>
        ))}
        <p className="quiet">
          {item.owner === null ? say(meetingTexts.noOwner) : item.owner.name}
          {!isProject && item.project !== null ? (
            <>
              {" · "}
              <AppLink to={projectAddress(item.project.id)}>{item.project.name}</AppLink>
            </>
          ) : null}
        </p>
        {item.changeReason === null ? null : (
          <p className="quiet">{say(meetingTexts.by, { by: item.changedBy ?? "–", reason: item.changeReason })}</p>
        )}
        {item.notes === "" ? null : <p className="agenda-notes">{item.notes}</p>}
        {item.resolutions.length === 0 ? null : (
          <ul className="agenda-resolutions">
            {item.resolutions.map((one) => (
              <li key={one.id}>
                <span>
                  <span className="quiet">{one.code}</span> {one.text}
                </span>
                <span className="quiet">
                  {one.owner.name} · {one.dueOn} <ResolutionState resolution={one} />
                </span>
              </li>
            ))}
          </ul>
        )}
      </div>
      <span className="agenda-acts">
        {canDiscuss ? (
          <button type="button" className="text-button" aria-label={`${say(meetingTexts.discuss)} ${item.title}`} onClick={onDiscuss}>
            {say(meetingTexts.discuss)}
          </button>
        ) : null}
        {canChange
          ? (item.change === "keep" ? (["defer", "drop"] as const) : (["keep"] as const)).map((to) => (
              <button
                key={to}
                type="button"
                className="text-button"
                aria-label={`${say(meetingTexts[to])} ${item.title}`}
                onClick={() => onChange(to)}
              >
                {say(meetingTexts[to])}
              </button>
            ))
          : null}
      </span>
    </li>
  );
}
