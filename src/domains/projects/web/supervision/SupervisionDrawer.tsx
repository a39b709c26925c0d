import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { colourWords } from "#domains/projects/contract/colour.ts";
import { cancelReasonWords, type SupervisionView, supervisionKindWords } from "#domains/projects/contract/supervision-operations.ts";
import { supervision } from "#domains/projects/web/projects-client.ts";
import { SupervisionLight } from "#domains/projects/web/SupervisionLight.tsx";
import { MoveSupervision, type SupervisionMove } from "#domains/projects/web/supervision/MoveSupervision.tsx";
import { SupervisionClock } from "#domains/projects/web/supervision/SupervisionClock.tsx";
import { SupervisionStateChip } from "#domains/projects/web/supervision/SupervisionStateChip.tsx";
import { letterAddress } from "#domains/projects/web/supervision/supervision-client.ts";
import { supervisionTexts } from "#domains/projects/web/supervision/supervision-texts.ts";
import { AbilityButton } from "#ui/AbilityButton.tsx";
import { AppLink } from "#ui/AppLink.tsx";
import { Drawer } from "#ui/Drawer.tsx";
import { useWords } from "#ui/language.tsx";
import { Loaded } from "#ui/StateViews.tsx";
import { useTimes } from "#ui/use-times.ts";

const MOVES: readonly { readonly name: SupervisionMove; readonly states: readonly string[] }[] = [
  { name: "issue", states: ["OPEN"] },
  { name: "reply", states: ["ISSUED"] },
  { name: "close", states: ["ISSUED", "REPLIED"] },
];
const WORDS = { issue: supervisionTexts.issue, reply: supervisionTexts.replyButton, close: supervisionTexts.close } as const;

/** One piece of supervision beside the list: what, why, until when, and what may be done with it. */
export function SupervisionDrawer({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const { say } = useWords();
  const [asking, setAsking] = useState<SupervisionMove>();
  const found = useQuery({ queryKey: ["supervision", "one", id], queryFn: () => supervision.openSupervision({ supervisionId: id }) });
  const item = found.data;
  if (asking && item) return <MoveSupervision item={item} move={asking} onClose={() => setAsking(undefined)} />;
  const title = item ? `${item.number ?? say(supervisionKindWords[item.kind])} · ${item.project.name}` : say(supervisionTexts.title);
  return (
    <Drawer
      open
      onClose={onClose}
      title={title}
      footer={
        item && MOVES.some(({ states }) => states.includes(item.state))
          ? MOVES.filter(({ states }) => states.includes(item.state)).map(({ name }) => (
              <AbilityButton
                key={name}
                type={name === "close" && item.state === "ISSUED" ? "default" : "primary"}
                ability={item.abilities[name]}
                onClick={() => setAsking(name)}
              >
                {say(WORDS[name])}
              </AbilityButton>
            ))
          : null
      }
    >
      <Loaded query={found}>{(view) => <SupervisionFacts item={view} />}</Loaded>
    </Drawer>
  );
}

function SupervisionFacts({ item }: { readonly item: SupervisionView }) {
  const { say, language } = useWords();
  const { day } = useTimes();
  const byOn = (name: string | null, on: string | null, nobody = "–") =>
    on === null ? null : say(supervisionTexts.byOn, { name: name ?? nobody, day: day(on) });
  const cancelledLine =
    item.cancelledBecause === null || item.closedOn === null
      ? null
      : say(supervisionTexts.cancelledOn, {
          day: day(item.closedOn),
          reason: say(cancelReasonWords[item.cancelledBecause], {
            colour: item.cancelledColour === null ? "" : say(colourWords[item.cancelledColour]).toLowerCase(),
          }),
        });
  const lines: readonly (readonly [string, string | null])[] = [
    [say(supervisionTexts.number), item.number],
    [say(supervisionTexts.addressee), item.addressee?.name ?? say(supervisionTexts.nobody)],
    [say(supervisionTexts.opened), day(item.openedOn)],
    [say(supervisionTexts.issued), byOn(item.issuedBy, item.issuedOn, say(supervisionTexts.automatically))],
    [say(supervisionTexts.replied), byOn(item.repliedBy, item.repliedOn)],
    [say(supervisionTexts.closed), item.state === "CANCELLED" ? null : byOn(item.closedBy, item.closedOn)],
    [say(supervisionTexts.cancelled), cancelledLine],
  ];
  const parts: readonly (readonly [string, string | null])[] = [
    [say(supervisionTexts.demand), item.issuedBy === null ? null : item.text],
    [say(supervisionTexts.reply), item.reply],
    [say(supervisionTexts.note), item.closingNote],
  ];
  return (
    <>
      <p className="actions">
        <SupervisionStateChip item={item} />
        {item.state === "OPEN" || item.state === "ISSUED" ? <SupervisionClock item={item} /> : null}
      </p>
      <div className="reasons">
        {item.colour === null ? null : <SupervisionLight colour={item.colour} />}
        <span>{item.reasons.map((reason) => reason[language]).join(language === "zh" ? "；" : "; ")}</span>
      </div>
      <dl className="facts">
        <dt>{say(supervisionTexts.project)}</dt>
        <dd>
          <AppLink to={`/projects/${item.project.id}`}>{item.project.name}</AppLink> <span className="quiet">{item.project.code}</span>
        </dd>
        {lines.map(([label, value]) =>
          value === null ? null : (
            <div key={label} className="facts-row">
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
      {parts.map(([label, words]) =>
        words === null ? null : (
          <section key={label} className="stack-small">
            <h3>{label}</h3>
            <p className="said">{words}</p>
          </section>
        ),
      )}
      {item.number === null ? null : (
        <section className="stack-small">
          <h3>{say(supervisionTexts.letter)}</h3>
          <p className="actions">
            {(["pdf", "docx"] as const).map((format) => (
              <a key={format} href={letterAddress(item.id, format, language)} download className="button-link button-link-plain">
                {format === "pdf" ? "PDF" : "Word"}
              </a>
            ))}
          </p>
        </section>
      )}
    </>
  );
}
