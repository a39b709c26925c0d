import type { PersonRow } from "#domains/system/contract/system-operations.ts";
import { PersonChips } from "#domains/system/web/PersonChips.tsx";
import { peopleTexts as texts } from "#domains/system/web/people-texts.ts";
import { AbilityButton } from "#ui/AbilityButton.tsx";
import { Drawer } from "#ui/Drawer.tsx";
import { useWords } from "#ui/language.tsx";
import { useTimes } from "#ui/use-times.ts";

export type PersonAsk = "grant" | "password" | "factor" | "sessions" | "mail" | "leave";
type PersonDrawerProps = { readonly person: PersonRow; readonly onAsk: (what: PersonAsk) => void; readonly onClose: () => void };

const ACTIONS = [
  ["grant", "grantRole", "grant"],
  ["password", "resetPassword", "resetPassword"],
  ["factor", "resetSecondFactor", "resetFactor"],
  ["sessions", "endSessions", "endSessions"],
  ["mail", "setMail", "setMail"],
  ["leave", "leave", "leave"],
] as const;

/** How an account stands, and what the security administrator may do about it; a refused button says why. */
export function PersonDrawer({ person, onAsk, onClose }: PersonDrawerProps) {
  const { say } = useWords();
  const { moment } = useTimes();
  const { account } = person;
  const factor = { on: texts.factorOn, required: texts.factorRequired, off: texts.factorOff, published: texts.factorPublished };
  return (
    <Drawer open onClose={onClose} title={person.name}>
      <div className="stack">
        <PersonChips person={person} />
        <dl className="facts">
          <dt>{say(texts.username)}</dt>
          <dd>{person.username}</dd>
          <dt>{say(texts.factor)}</dt>
          <dd>{say(factor[account.secondFactor])}</dd>
          <dt>{say(texts.mail)}</dt>
          <dd>{account.mail ?? "–"}</dd>
          <dt>{say(texts.lastSignedIn)}</dt>
          <dd>{account.lastSignedInAt === null ? say(texts.never) : moment(account.lastSignedInAt)}</dd>
          <dt>{say(texts.sessions)}</dt>
          <dd>{say(texts.sessionCount, { count: account.sessions })}</dd>
        </dl>
        <div className="actions">
          {ACTIONS.map(([what, ability, text]) => (
            <AbilityButton key={what} ability={person.abilities[ability]} danger={what === "leave"} onClick={() => onAsk(what)}>
              {say(texts[text])}
            </AbilityButton>
          ))}
        </div>
      </div>
    </Drawer>
  );
}
