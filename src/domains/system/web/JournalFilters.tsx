import { roleTexts } from "#domains/system/contract/system-texts.ts";
import { journalTexts, subjectKindTexts } from "#domains/system/web/journal-texts.ts";
import { SIGNED_IN_ROLES } from "#kernel/role.ts";
import { Choice } from "#ui/Choice.tsx";
import { useWords } from "#ui/language.tsx";
import { useOperationNames } from "#ui/operation-names.tsx";
import { SearchChoice } from "#ui/SearchChoice.tsx";
import { SearchField } from "#ui/SearchField.tsx";
import { uiTexts } from "#ui/ui-texts.ts";
import { useAddress } from "#ui/use-address.ts";

/** Who, what, on what and when: each in words, all in the address. */
export function JournalFilters() {
  const { say } = useWords();
  const [address, change] = useAddress();
  const operations = useOperationNames();
  const subject = address["subject"] ?? "";
  const any = { value: "", label: say(uiTexts.all) };
  const kinds = Object.entries(subjectKindTexts).map(([value, text]) => ({ value, label: say(text) }));
  // One record, as the drawer of an entry asks for it, is a choice of its own.
  const one = subject.includes(":") ? [{ value: subject, label: say(journalTexts.thisOne) }] : [];
  return (
    <>
      <SearchField label={say(journalTexts.who)} value={address["who"] ?? ""} onChange={(who) => change({ who })} />
      <Choice
        label={say(journalTexts.role)}
        value={address["role"] ?? ""}
        onChange={(role) => change({ role })}
        options={[any, ...SIGNED_IN_ROLES.map((role) => ({ value: role, label: say(roleTexts[role]) }))]}
      />
      <SearchChoice
        label={say(journalTexts.operation)}
        value={address["operation"] ?? ""}
        onChange={(operation) => change({ operation })}
        options={[any, ...operations]}
      />
      <Choice
        label={say(journalTexts.subject)}
        value={subject}
        onChange={(next) => change({ subject: next })}
        options={[any, ...one, ...kinds]}
      />
      <label className="filter">
        {say(journalTexts.since)}
        <input type="date" className="input" value={address["from"] ?? ""} onChange={(event) => change({ from: event.target.value })} />
      </label>
      <label className="filter">
        {say(journalTexts.until)}
        <input type="date" className="input" value={address["to"] ?? ""} onChange={(event) => change({ to: event.target.value })} />
      </label>
      <SearchField label={say(journalTexts.words)} value={address["q"] ?? ""} onChange={(q) => change({ q })} />
    </>
  );
}
