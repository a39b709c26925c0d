import { useState } from "react";
import type { Investment } from "#domains/projects/web/Completions.tsx";
import { investTexts } from "#domains/projects/web/investment-part-texts.ts";
import { investment } from "#domains/projects/web/projects-client.ts";
import { TOUCHED_BY_A_PROJECT } from "#domains/projects/web/touched.ts";
import { shift, sum } from "#kernel/decimal.ts";
import { readAmount } from "#kernel/sheet-cells.ts";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";
import { useYuan } from "#ui/use-yuan.ts";

const TEN_THOUSAND_YUAN = 4;
type SetPlanProps = { readonly projectId: string; readonly view: Investment; readonly onClose: () => void };

/** Twelve amounts in 万元. A plan that is there already is changed with a reason, and what was planned before stays on record. */
export function SetPlan({ projectId, view, onClose }: SetPlanProps) {
  const { say } = useWords();
  const { exact } = useYuan();
  const [months, setMonths] = useState<readonly string[]>(
    view.months.map((line) => (line.plannedYuan === null ? "" : shift(line.plannedYuan, -TEN_THOUSAND_YUAN))),
  );
  const [reason, setReason] = useState("");
  const amounts = months.map((month) => (month.trim() === "" ? readAmount("0") : readAmount(month)));
  const wrong = amounts.indexOf(undefined);
  const known = amounts.filter((amount) => amount !== undefined);
  const save = useCommand(
    () => investment.setInvestmentPlan({ id: projectId, year: view.year, monthsYuan: known, reason }),
    TOUCHED_BY_A_PROJECT,
    onClose,
  );
  return (
    <CommandForm
      open
      title={say(investTexts.planTitle, { year: view.year })}
      submit={say(investTexts.save)}
      busy={save.isPending}
      error={save.error}
      onSubmit={() => {
        if (wrong === -1) save.mutate(undefined);
      }}
      onClose={onClose}
    >
      <div className="fields-row">
        {months.map((month, place) => (
          <Field
            // biome-ignore lint/suspicious/noArrayIndexKey: twelve months have fixed places
            key={place}
            label={say(investTexts.monthOf, { month: place + 1 })}
            value={month}
            onChange={(value) => setMonths(months.map((one, other) => (other === place ? value : one)))}
            maxLength={15}
          />
        ))}
      </div>
      <p role="status">
        {wrong === -1 ? say(investTexts.planSum, { sum: exact(sum(known)) }) : say(investTexts.notAmount, { month: wrong + 1 })}
      </p>
      <Field
        label={say(investTexts.planReason)}
        value={reason}
        onChange={setReason}
        required={view.annualPlanYuan !== null}
        maxLength={300}
      />
    </CommandForm>
  );
}
