import type { InvestorClass } from "#domains/promotion/contract/lead.ts";
import { type HeldQualification, isValidOn } from "#domains/promotion/rules/target-measures.ts";
import type { Controller } from "#domains/registry/contract/enterprise.ts";
import type { LocalDate } from "#kernel/local-date.ts";

export type Registered = {
  readonly stockCode: string | null;
  readonly controller: Controller | null;
  readonly qualifications: readonly HeldQualification[];
};

/**
 * The classes of a target that the register proves by itself (handbook §2). Rankings such as the 500 and what a university or institute is
 * stand in no register, and a person says them.
 */
export function proposedClasses({ stockCode, controller, qualifications }: Registered, day: LocalDate): readonly InvestorClass[] {
  const unicorn = qualifications.some((held) => held.kind === "unicorn" && isValidOn(held, day));
  const holds: readonly (readonly [InvestorClass, boolean])[] = [
    ["central-soe", controller === "central-state"],
    ["listed", stockCode !== null && stockCode !== ""],
    ["unicorn", unicorn],
  ];
  return holds.flatMap(([investorClass, held]) => (held ? [investorClass] : []));
}
