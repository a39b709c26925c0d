import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { JobIndicator } from "#apps/web/JobIndicator.tsx";
import { MembershipList } from "#apps/web/MembershipList.tsx";
import { shellTexts } from "#apps/web/shell-texts.ts";
import { NoticeBell } from "#domains/notices/web/NoticeBell.tsx";
import type { SessionView } from "#domains/system/contract/system-operations.ts";
import { roleTexts } from "#domains/system/contract/system-texts.ts";
import { system } from "#domains/system/web/system-client.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { Drawer } from "#ui/Drawer.tsx";
import { LanguageSwitch } from "#ui/LanguageSwitch.tsx";
import { useWords } from "#ui/language.tsx";
import { ShortcutsHelp } from "#ui/ShortcutsHelp.tsx";

export function ShellBar({ session }: { readonly session: SessionView }) {
  const { say, language } = useWords();
  const client = useQueryClient();
  const [choosing, setChoosing] = useState(false);
  const zone = language === "en" && session.zone?.nameEn ? session.zone.nameEn : session.zone?.name;
  const role = session.active ? say(roleTexts[session.active.role]) : "";
  const leave = async () => {
    await system.signOut({});
    client.clear();
    window.location.assign("/");
  };
  return (
    <header className="shell-bar">
      <AppLink to="/" className="brand">
        <strong>{say(shellTexts.product)}</strong>
        <span className="brand-zone">{zone}</span>
      </AppLink>
      <div className="shell-tools">
        <JobIndicator />
        {session.permissions.includes("notices.read") ? <NoticeBell /> : null}
        <ShortcutsHelp />
        <LanguageSwitch />
        <button type="button" className="bar-button" aria-haspopup="dialog" onClick={() => setChoosing(true)}>
          <span className="wide-only">{session.person?.name} · </span>
          {role}
        </button>
      </div>
      <Drawer open={choosing} onClose={() => setChoosing(false)} title={session.person?.name ?? ""}>
        <h3>{say(shellTexts.switchRole)}</h3>
        <MembershipList session={session} onChosen={() => setChoosing(false)} />
        <p className="quiet">{say(shellTexts.chooseRoleHint)}</p>
        <div className="actions">
          <button type="button" className="text-button" onClick={() => void leave()}>
            {say(shellTexts.signOut)}
          </button>
        </div>
      </Drawer>
    </header>
  );
}
