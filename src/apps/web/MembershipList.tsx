import { shellTexts } from "#apps/web/shell-texts.ts";
import { useSessionChange } from "#apps/web/use-session.ts";
import type { SessionView } from "#domains/system/contract/system-operations.ts";
import { roleTexts } from "#domains/system/contract/system-texts.ts";
import { system } from "#domains/system/web/system-client.ts";
import { useWords } from "#ui/language.tsx";
import { useErrorSentence } from "#ui/sentences.tsx";

type MembershipListProps = { readonly session: SessionView; readonly onChosen?: () => void };

export function MembershipList({ session, onChosen }: MembershipListProps) {
  const { say, language } = useWords();
  const sentence = useErrorSentence();
  const choose = useSessionChange((membershipId: string) => system.chooseRole({ membershipId }));
  return (
    <>
      <ul className="memberships">
        {session.memberships.map((membership) => (
          <li key={membership.id}>
            <button
              type="button"
              className="membership"
              aria-pressed={membership.id === session.active?.id}
              disabled={choose.isPending}
              onClick={() => choose.mutate(membership.id, { onSuccess: () => onChosen?.() })}
            >
              <strong>{say(roleTexts[membership.role])}</strong>
              <span>
                {[
                  language === "en" && membership.zone.nameEn ? membership.zone.nameEn : membership.zone.name,
                  membership.department,
                  membership.enterprise,
                  membership.validTo ? say(shellTexts.until, { date: membership.validTo }) : null,
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {choose.error ? (
        <p className="problems" role="alert">
          {sentence(choose.error)}
        </p>
      ) : null}
    </>
  );
}
