import type { HeldRole } from "#domains/system/contract/person-row.ts";
import type { PersonRow } from "#domains/system/contract/system-operations.ts";
import { AddPerson } from "#domains/system/web/AddPerson.tsx";
import { GrantRole } from "#domains/system/web/GrantRole.tsx";
import { InvitePerson } from "#domains/system/web/InvitePerson.tsx";
import { LeavePost } from "#domains/system/web/LeavePost.tsx";
import { type PersonAsk, PersonDrawer } from "#domains/system/web/PersonDrawer.tsx";
import { peopleTexts as texts } from "#domains/system/web/people-texts.ts";
import { ReasonForm } from "#domains/system/web/ReasonForm.tsx";
import { ResetPassword } from "#domains/system/web/ResetPassword.tsx";
import { RevokeRole } from "#domains/system/web/RevokeRole.tsx";
import { SetMail } from "#domains/system/web/SetMail.tsx";
import { system } from "#domains/system/web/system-client.ts";
import { useWords } from "#ui/language.tsx";

export type Asking =
  | { readonly kind: "add" }
  | { readonly kind: "invite" }
  | { readonly kind: "show" | PersonAsk; readonly person: PersonRow }
  | { readonly kind: "revoke"; readonly person: PersonRow; readonly membership: HeldRole };

type PersonCommandProps = { readonly asking: Asking; readonly onAsk: (asking: Asking) => void; readonly onClose: () => void };

/** The one drawer that stands open beside the list of people. */
export function PersonCommand({ asking, onAsk, onClose }: PersonCommandProps) {
  const { say } = useWords();
  if (asking.kind === "add") return <AddPerson onClose={onClose} />;
  if (asking.kind === "invite") return <InvitePerson onClose={onClose} />;
  const { person } = asking;
  const personId = person.id;
  const shared = { touches: ["people"], onClose };
  switch (asking.kind) {
    case "revoke":
      return <RevokeRole person={person} membership={asking.membership} onClose={onClose} />;
    case "show":
      return <PersonDrawer person={person} onAsk={(kind) => onAsk({ kind, person })} onClose={onClose} />;
    case "grant":
      return <GrantRole person={person} onClose={onClose} />;
    case "password":
      return <ResetPassword person={person} onClose={onClose} />;
    case "mail":
      return <SetMail person={person} onClose={onClose} />;
    case "leave":
      return <LeavePost person={person} onClose={onClose} />;
    case "factor":
      return (
        <ReasonForm
          {...shared}
          title={`${say(texts.resetFactor)} · ${person.name}`}
          submit={say(texts.resetFactor)}
          danger
          run={(reason) => system.resetSecondFactor({ personId, reason })}
        >
          <p className="quiet">{say(texts.resetFactorHint)}</p>
        </ReasonForm>
      );
    case "sessions":
      return (
        <ReasonForm
          {...shared}
          title={`${say(texts.endSessions)} · ${person.name}`}
          submit={say(texts.endSessions)}
          danger
          run={(reason) => system.endSessionsOf({ personId, reason })}
        />
      );
  }
}
