import { useState } from "react";
import { fieldWords } from "#domains/registry/contract/enterprise.ts";
import { CorrectionView } from "#domains/registry/contract/enterprise-operations.ts";
import { AnswerCorrection } from "#domains/registry/web/AnswerCorrection.tsx";
import { CORRECTION_TONES, CorrectionChange } from "#domains/registry/web/CorrectionList.tsx";
import { correctionStateTexts, correctionTexts } from "#domains/registry/web/correction-texts.ts";
import type { AskedCorrection } from "#domains/registry/web/enterprise-view.ts";
import { RegistryTabs } from "#domains/registry/web/RegistryTabs.tsx";
import { registry } from "#domains/registry/web/registry-client.ts";
import { AbilityButton } from "#ui/AbilityButton.tsx";
import { AppLink } from "#ui/AppLink.tsx";
import { Choice } from "#ui/Choice.tsx";
import { type Column, DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView } from "#ui/Page.tsx";
import { StateChip } from "#ui/StateChip.tsx";
import { Empty, Loaded } from "#ui/StateViews.tsx";
import { uiTexts } from "#ui/ui-texts.ts";
import { useAddress } from "#ui/use-address.ts";
import { usePages } from "#ui/use-pages.ts";
import "#domains/registry/web/registry.css";

const State = CorrectionView.shape.state;

/** What enterprises asked to have corrected; those that wait come first. */
export function Page() {
  const { say } = useWords();
  const [address, change] = useAddress();
  const [answered, answer] = useState<AskedCorrection>();
  const asked = address["state"] ?? "ASKED";
  const state = State.safeParse(asked).data;
  const corrections = usePages(["registry", "corrections", state], (cursor) => registry.listCorrections({ state, cursor, limit: 50 }));
  const columns: readonly Column<AskedCorrection>[] = [
    {
      key: "enterprise",
      title: say(correctionTexts.enterprise),
      cell: (row) => <AppLink to={`/registry/${row.enterprise.id}`}>{row.enterprise.name}</AppLink>,
    },
    { key: "field", short: true, title: say(correctionTexts.field), cell: (row) => say(fieldWords[row.field]) },
    { key: "change", title: say(correctionTexts.change), cell: (row) => <CorrectionChange correction={row} /> },
    { key: "because", title: say(correctionTexts.because), cell: (row) => row.because },
    {
      key: "asked",
      title: say(correctionTexts.asked),
      width: "130px",
      cell: (row) => (
        <span>
          {row.askedOn}
          <span className="under quiet">{row.askedBy}</span>
        </span>
      ),
    },
    {
      key: "state",
      short: true,
      title: say(correctionTexts.stateOf),
      cell: (row) => <StateChip tone={CORRECTION_TONES[row.state]}>{say(correctionStateTexts[row.state])}</StateChip>,
    },
    {
      key: "answer",
      title: say(correctionTexts.answerOf),
      cell: (row) =>
        row.state === "ASKED" ? (
          <AbilityButton size="small" ability={row.abilities["answer"]} onClick={() => answer(row)}>
            {say(correctionTexts.answer)}
          </AbilityButton>
        ) : row.answer === null ? null : (
          <span>
            {row.answer}
            <span className="under quiet">{say(correctionTexts.by, { by: row.answeredBy ?? "–", day: row.answeredOn ?? "–" })}</span>
          </span>
        ),
    },
  ];
  return (
    <PageView
      title={say(correctionTexts.title)}
      state={say(correctionTexts.state)}
      filters={
        <Choice
          label={say(correctionTexts.filter)}
          value={state ?? "all"}
          onChange={(value) => change({ state: value === "ASKED" ? "" : value })}
          options={[
            ...State.options.map((value) => ({ value, label: say(correctionStateTexts[value]) })),
            { value: "all", label: say(uiTexts.all) },
          ]}
        />
      }
    >
      <RegistryTabs here="corrections" />
      <Loaded query={corrections}>
        {(rows) => (
          <DataTable
            caption={say(correctionTexts.title)}
            rows={rows}
            columns={columns}
            rowKey={(row) => row.id}
            more={corrections.more}
            empty={state === "ASKED" ? <Empty title={say(correctionTexts.empty)} hint={say(correctionTexts.emptyHint)} /> : undefined}
          />
        )}
      </Loaded>
      {answered ? <AnswerCorrection correction={answered} onClose={() => answer(undefined)} /> : null}
    </PageView>
  );
}
