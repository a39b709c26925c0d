import { type ReactNode, useState } from "react";
import type { CaseView } from "#domains/approvals/contract/case.ts";
import { pieceAddress } from "#domains/approvals/web/approvals-client.ts";
import { formTexts } from "#domains/approvals/web/case-form-texts.ts";
import { caseTexts, materialStateWords } from "#domains/approvals/web/case-texts.ts";
import { type MaterialAsk, MaterialForms } from "#domains/approvals/web/MaterialForms.tsx";
import { DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";
import { StateChip } from "#ui/StateChip.tsx";

type Material = CaseView["materials"][number];
const TONES = {
  provided: "done",
  reused: "done",
  commitment: "active",
  deferred: "active",
  "not-needed": "muted",
  missing: "alert",
} as const satisfies Record<Material["state"], string>;

/** What belongs to the case and how each stands; whoever may provide does so here. */
export function CaseMaterials({ view }: { readonly view: CaseView }) {
  const { say, language } = useWords();
  const [ask, setAsk] = useState<MaterialAsk>();
  const count = (...states: readonly Material["state"][]) => view.materials.filter(({ state }) => states.includes(state)).length;
  const may = (ability: string) => view.abilities[ability]?.allowed === true;
  /** After acceptance only what was deferred still comes. */
  const open = (material: Material) => may("provide") || (material.state === "deferred" && may("supply"));
  return (
    <Section
      title={say(caseTexts.materials)}
      aside={
        <span className="quiet">
          {say(caseTexts.materialsState, {
            all: view.materials.length - count("not-needed"),
            here: count("provided", "reused"),
            commitment: count("commitment"),
            deferred: count("deferred"),
            missing: count("missing"),
          })}
        </span>
      }
    >
      <DataTable
        caption={say(caseTexts.materials)}
        rows={view.materials}
        rowKey={(row) => row.key}
        columns={[
          {
            key: "name",
            title: say(caseTexts.material),
            cell: (row) => (
              <>
                {row.name[language]}
                {row.note ? <span className="under quiet">{row.note}</span> : null}
              </>
            ),
          },
          {
            key: "state",
            title: say(caseTexts.materialState),
            short: true,
            cell: (row) => <StateChip tone={TONES[row.state]}>{say(materialStateWords[row.state])}</StateChip>,
          },
          { key: "basis", title: say(caseTexts.basis), cell: (row) => <Basis material={row} /> },
          { key: "on", title: say(caseTexts.on), short: true, wideOnly: true, cell: (row) => row.providedOn ?? "" },
          ...(view.materials.some(open)
            ? [
                {
                  key: "act",
                  title: "",
                  cell: (row: Material) => (open(row) ? <Acts material={row} onAsk={(kind) => setAsk({ kind, material: row })} /> : null),
                },
              ]
            : []),
        ]}
      />
      {ask ? <MaterialForms id={view.row.id} ask={ask} onClose={() => setAsk(undefined)} /> : null}
    </Section>
  );
}

function Basis({ material }: { readonly material: Material }): ReactNode {
  const { say } = useWords();
  if (material.reusedFrom) return say(caseTexts.reusedFrom, { number: material.reusedFrom });
  if (material.pieceId) return <a href={pieceAddress(material.pieceId)}>{material.fileName ?? say(caseTexts.open)}</a>;
  return "";
}

type ActsProps = { readonly material: Material; readonly onAsk: (kind: MaterialAsk["kind"]) => void };

/** Which ways are open for a material the server says with the material itself. */
function Acts({ material, onAsk }: ActsProps) {
  const { say } = useWords();
  if (material.state === "not-needed") return null;
  const here = material.state === "provided" || material.state === "reused";
  const act = (kind: MaterialAsk["kind"], words: string) => (
    <button type="button" className="text-button" onClick={() => onAsk(kind)} aria-label={`${words} ${say(material.name)}`}>
      {words}
    </button>
  );
  return (
    <span className="material-acts">
      {act("upload", say(here ? formTexts.replace : formTexts.upload))}
      {here ? null : act("reuse", say(formTexts.reuse))}
      {material.state === "missing" && material.byCommitment ? act("commitment", say(formTexts.promise)) : null}
      {material.state === "missing" && material.deferrable ? act("deferred", say(formTexts.defer)) : null}
    </span>
  );
}
