import type { MatterVersion } from "#domains/approvals/contract/matter.ts";
import { matterDifferences } from "#domains/approvals/web/matter-differences.ts";
import { matterTexts } from "#domains/approvals/web/matter-texts.ts";
import { partWords } from "#domains/approvals/web/part-words.ts";
import { Choice } from "#ui/Choice.tsx";
import { DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";
import { StateChip } from "#ui/StateChip.tsx";
import { useAddress } from "#ui/use-address.ts";
import { useViewer } from "#ui/viewer.tsx";

type VersionsProps = { readonly current: MatterVersion; readonly versions: readonly MatterVersion[] };

/** Every version with its day and reason; two of them side by side. */
export function MatterVersions({ current, versions }: VersionsProps) {
  const { say } = useWords();
  const { today } = useViewer();
  const stateOf = ({ version, effectiveOn }: MatterVersion) => {
    if (version === current.version) return <StateChip tone="active">{say(matterTexts.current)}</StateChip>;
    // One with an earlier day that came after it takes its place before it begins.
    const replaced = versions.some((later) => later.version > version && later.effectiveOn <= effectiveOn);
    return effectiveOn > today && !replaced ? (
      <StateChip>{say(matterTexts.future)}</StateChip>
    ) : (
      <StateChip tone="muted">{say(matterTexts.past)}</StateChip>
    );
  };
  return (
    <>
      <Section title={say(matterTexts.versions)} aside={<span className="quiet">{say(matterTexts.caseStays)}</span>}>
        <DataTable
          caption={say(matterTexts.versions)}
          rows={versions}
          rowKey={(row) => String(row.version)}
          columns={[
            {
              key: "version",
              title: say(matterTexts.version),
              short: true,
              cell: (row) => (
                <>
                  {say(matterTexts.versionName, { version: row.version })} {stateOf(row)}
                </>
              ),
            },
            { key: "effective", title: say(matterTexts.effectiveOn), short: true, cell: (row) => row.effectiveOn },
            { key: "by", title: say(matterTexts.changedBy), short: true, cell: (row) => row.changedBy },
            { key: "reason", title: say(matterTexts.reason), cell: (row) => row.reason },
          ]}
        />
      </Section>
      {versions.length > 1 ? <Comparison current={current} versions={versions} /> : null}
    </>
  );
}

function Comparison({ current, versions }: VersionsProps) {
  const { say, language } = useWords();
  const [address, change] = useAddress();
  const find = (text: string | undefined) => versions.find(({ version }) => String(version) === text);
  const after = find(address["new"]) ?? current;
  const before = find(address["old"]) ?? versions.find(({ version }) => version !== after.version) ?? current;
  const options = versions.map(({ version }) => ({ value: String(version), label: say(matterTexts.versionName, { version }) }));
  const rows = matterDifferences(before.matter, after.matter, language);
  return (
    <Section
      title={say(matterTexts.compare)}
      aside={
        <>
          <Choice label={say(matterTexts.compareOf)} value={String(before.version)} onChange={(old) => change({ old })} options={options} />{" "}
          <Choice
            label={say(matterTexts.compareWith)}
            value={String(after.version)}
            onChange={(now) => change({ new: now })}
            options={options}
          />
        </>
      }
    >
      {rows.length === 0 ? (
        <p className="section-body quiet">{say(matterTexts.same)}</p>
      ) : (
        <DataTable
          caption={say(matterTexts.compare)}
          rows={rows}
          rowKey={(row) => row.path.join("/")}
          columns={[
            {
              key: "where",
              title: say(matterTexts.where),
              cell: (row) => row.path.map((part) => partWords[part]?.[language] ?? part).join(" › "),
            },
            { key: "before", title: say(matterTexts.before), cell: (row) => row.before ?? "–" },
            { key: "after", title: say(matterTexts.now), cell: (row) => row.after ?? "–" },
          ]}
        />
      )}
    </Section>
  );
}
