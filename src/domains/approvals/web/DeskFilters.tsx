import { useQuery } from "@tanstack/react-query";
import { CaseState, caseStateWords } from "#domains/approvals/contract/case.ts";
import { MatterStage, stageWords } from "#domains/approvals/contract/matter.ts";
import { matters } from "#domains/approvals/web/approvals-client.ts";
import { alertWords, deskTexts, holderWords } from "#domains/approvals/web/desk-texts.ts";
import { Choice } from "#ui/Choice.tsx";
import { useWords } from "#ui/language.tsx";
import { SearchChoice } from "#ui/SearchChoice.tsx";
import { SearchField } from "#ui/SearchField.tsx";
import { uiTexts } from "#ui/ui-texts.ts";
import { useAddress } from "#ui/use-address.ts";

const HOLDERS = ["applicant", "window", "department", "head"] as const;
const ALERTS = ["near", "late", "over"] as const;
const STATES = CaseState.options.filter((state) => state !== "DRAFT");

export function DeskFilters() {
  const { say, language } = useWords();
  const [address, change] = useAddress();
  const known = useQuery({ queryKey: ["approvals", "matters"], queryFn: () => matters.listMatters({}) });
  const all = { value: "", label: say(uiTexts.all) };
  return (
    <>
      <Choice
        label={say(deskTexts.caseState)}
        value={address["state"] ?? ""}
        onChange={(state) => change({ state })}
        options={[
          { value: "", label: say(deskTexts.openOnly) },
          { value: "all", label: say(deskTexts.every) },
          ...STATES.map((value) => ({ value, label: say(caseStateWords[value]) })),
        ]}
      />
      <Choice
        label={say(deskTexts.alert)}
        value={address["alert"] ?? ""}
        onChange={(alert) => change({ alert })}
        options={[all, ...ALERTS.map((value) => ({ value, label: say(alertWords[value]) }))]}
      />
      <Choice
        label={say(deskTexts.waits)}
        value={address["waitsFor"] ?? ""}
        onChange={(waitsFor) => change({ waitsFor })}
        options={[all, ...HOLDERS.map((value) => ({ value, label: say(holderWords[value]) }))]}
      />
      <Choice
        label={say(deskTexts.stage)}
        value={address["stage"] ?? ""}
        onChange={(stage) => change({ stage })}
        options={[all, ...MatterStage.options.map((value) => ({ value, label: say(stageWords[value]) }))]}
      />
      <SearchChoice
        label={say(deskTexts.matter)}
        value={address["matter"] ?? ""}
        onChange={(matter) => change({ matter })}
        options={[all, ...(known.data?.items ?? []).map((matter) => ({ value: matter.code, label: matter.name[language] }))]}
      />
      <SearchField label={say(deskTexts.search)} value={address["q"] ?? ""} onChange={(q) => change({ q })} />
      <Choice
        label={say(deskTexts.order)}
        value={address["by"] ?? "due"}
        onChange={(by) => change({ by: by === "due" ? "" : by })}
        options={[
          { value: "due", label: say(deskTexts.byDue) },
          { value: "number", label: say(deskTexts.byNumber) },
          { value: "accepted", label: say(deskTexts.byAccepted) },
        ]}
      />
      {address["reviewBy"] ? (
        <button type="button" className="text-button" onClick={() => change({ reviewBy: "" })}>
          {say(deskTexts.reviewBy, { name: address["reviewBy"] })} ×
        </button>
      ) : null}
      <label className="check">
        <input type="checkbox" checked={address["mine"] === "1"} onChange={(event) => change({ mine: event.target.checked ? "1" : "" })} />
        {say(deskTexts.mine)}
      </label>
    </>
  );
}
