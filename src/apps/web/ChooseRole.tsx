import { MembershipList } from "#apps/web/MembershipList.tsx";
import { SignInFrame } from "#apps/web/SignInFrame.tsx";
import { shellTexts } from "#apps/web/shell-texts.ts";
import type { SessionView } from "#domains/system/contract/system-operations.ts";
import { useWords } from "#ui/language.tsx";
import { Empty } from "#ui/StateViews.tsx";

export function ChooseRole({ session }: { readonly session: SessionView }) {
  const { say } = useWords();
  return (
    <SignInFrame title={say(session.memberships.length > 0 ? shellTexts.chooseRole : shellTexts.noMemberships)}>
      {session.memberships.length > 0 ? (
        <>
          <MembershipList session={session} />
          <p className="quiet">{say(shellTexts.chooseRoleHint)}</p>
        </>
      ) : (
        <Empty title={session.person?.name ?? ""} hint={say(shellTexts.noMembershipsHint)} />
      )}
    </SignInFrame>
  );
}
