import { useState } from "react";
import { AgendaSource, agendaSourceWords } from "#domains/projects/contract/dispatch.ts";
import { AddAgendaItem } from "#domains/projects/web/dispatch/AddAgendaItem.tsx";
import { type AgendaItem, AgendaItemLine } from "#domains/projects/web/dispatch/AgendaItemLine.tsx";
import { DiscussItem } from "#domains/projects/web/dispatch/DiscussItem.tsx";
import type { Meeting } from "#domains/projects/web/dispatch/dispatch-client.ts";
import { dispatch } from "#domains/projects/web/dispatch/dispatch-client.ts";
import { meetingTexts } from "#domains/projects/web/dispatch/dispatch-web-texts.ts";
import { ReasonForm } from "#domains/projects/web/dispatch/ReasonForm.tsx";
import { AbilityButton } from "#ui/AbilityButton.tsx";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";
import { Empty } from "#ui/StateViews.tsx";
import { useTimes } from "#ui/use-times.ts";

type Change = "keep" | "defer" | "drop";
type Asking =
  | { readonly kind: "add" }
  | { readonly kind: "change"; readonly item: AgendaItem; readonly to: Change }
  | { readonly kind: "discuss"; readonly key: string };

/** More of one kind than a meeting takes at once are folded; they stay on the agenda. */
const AT_ONCE = 12;

/** The agenda source by source; what was put off or left out stays below, with its reason. */
export function AgendaSection({ view }: { readonly view: Meeting }) {
  const { say, language } = useWords();
  const { day } = useTimes();
  const [asking, setAsking] = useState<Asking>();
  const { agenda, meeting, abilities } = view;
  const close = () => setAsking(undefined);
  const out = agenda.items.filter((item) => item.change !== "keep");
  const line = (item: AgendaItem) => (
    <AgendaItemLine
      key={item.key}
      item={item}
      abilities={abilities}
      onChange={(to) => setAsking({ kind: "change", item, to })}
      onDiscuss={() => setAsking({ kind: "discuss", key: item.key })}
    />
  );
  return (
    <Section
      title={`${say(meetingTexts.agenda)} ${agenda.items.length - out.length}`}
      aside={
        meeting.state === "PLANNED" || meeting.state === "CONVENED" ? (
          <AbilityButton size="small" ability={abilities["changeAgenda"]} onClick={() => setAsking({ kind: "add" })}>
            {say(meetingTexts.add)}
          </AbilityButton>
        ) : null
      }
    >
      <p className="section-body quiet">
        {say(agenda.frozen ? meetingTexts.agendaFrozen : meetingTexts.agendaFresh, { day: day(agenda.asOf) })}
      </p>
      {agenda.items.length === 0 ? <Empty title={say(meetingTexts.emptyAgenda)} hint={say(meetingTexts.emptyAgendaHint)} /> : null}
      {AgendaSource.options.map((source) => {
        const items = agenda.items.filter((item) => item.source === source && item.change === "keep");
        return items.length === 0 ? null : (
          <section key={source} className="agenda-group" aria-label={say(agendaSourceWords[source])}>
            <h3>
              {say(agendaSourceWords[source])} <span className="quiet">{items.length}</span>
            </h3>
            <ol>{items.slice(0, AT_ONCE).map(line)}</ol>
            {items.length > AT_ONCE ? (
              <details className="folded">
                <summary>{say(meetingTexts.rest, { count: items.length - AT_ONCE })}</summary>
                <ol>{items.slice(AT_ONCE).map(line)}</ol>
              </details>
            ) : null}
          </section>
        );
      })}
      {out.length === 0 ? null : (
        <section className="agenda-group" aria-label={say(meetingTexts.leftOut, { count: out.length })}>
          <h3>{say(meetingTexts.leftOut, { count: out.length })}</h3>
          <ol>{out.map(line)}</ol>
        </section>
      )}
      {agenda.order.length === 0 ? null : (
        <details className="folded">
          <summary>{say(meetingTexts.order)}</summary>
          <ol className="section-body bullets">
            {agenda.order.map(({ source, why }) => (
              <li key={source}>
                {say(agendaSourceWords[source])}：{why[language]}
              </li>
            ))}
          </ol>
        </details>
      )}
      {asking?.kind === "add" ? <AddAgendaItem meetingId={meeting.id} onClose={close} /> : null}
      {asking?.kind === "discuss" ? <DiscussItem view={view} itemKey={asking.key} onClose={close} /> : null}
      {asking?.kind === "change" ? (
        <ReasonForm
          title={say(meetingTexts[asking.to])}
          submit={say(meetingTexts[asking.to])}
          subject={asking.item.title}
          run={(reason) => dispatch.changeAgendaItem({ meetingId: meeting.id, key: asking.item.key, change: asking.to, reason })}
          onClose={close}
        />
      ) : null}
    </Section>
  );
}
