import type { HeldRole } from "#domains/system/contract/person-row.ts";
import type { PersonRow } from "#domains/system/contract/system-operations.ts";
import { roleTexts } from "#domains/system/contract/system-texts.ts";
import { peopleTexts } from "#domains/system/web/people-texts.ts";
import { useWords } from "#ui/language.tsx";
import { useViewer } from "#ui/viewer.tsx";

type HeldRolesProps = { readonly person: PersonRow; readonly onRevoke: (membership: HeldRole) => void };

export function HeldRoles({ person, onRevoke }: HeldRolesProps) {
  const { say } = useWords();
  const { today } = useViewer();
  if (person.memberships.length === 0) return <span className="quiet">{say(peopleTexts.noRole)}</span>;
  return (
    <ul>
      {person.memberships.map((membership) => (
        <li key={membership.id}>
          {[
            say(roleTexts[membership.role]),
            membership.department,
            membership.enterprise,
            membership.onBehalfOf === null ? null : say(peopleTexts.onBehalf, { name: membership.onBehalfOf }),
            membership.validFrom > today ? say(peopleTexts.fromShort, { date: membership.validFrom }) : null,
            membership.validTo ? say(peopleTexts.untilShort, { date: membership.validTo }) : null,
          ]
            .filter(Boolean)
            .join(" · ")}{" "}
          {person.abilities["revokeRole"]?.allowed ? (
            <button type="button" className="text-button" onClick={() => onRevoke(membership)}>
              {say(peopleTexts.revoke)}
            </button>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
