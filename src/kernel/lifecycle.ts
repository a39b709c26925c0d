import { allow, type Decision, refuse } from "#kernel/policy.ts";

/** Something that must be there before a move: `missing` says by code what is not, or nothing when the gate is open. */
export type Gate<Case> = { readonly name: string; readonly missing: (subject: Case) => string | undefined };

/** One row of a table of moves: which states it leaves, which it reaches, what it needs, on whom it waits, and whence the rule. */
export type Move<State extends string, Case> = {
  readonly from: readonly State[];
  readonly to: State;
  readonly needs: readonly Gate<Case>[];
  /** Who has to act for the move to happen: a role or a duty, for "who is blocking". */
  readonly by: string;
  readonly source: string;
};

export type Moves<State extends string, Case> = Readonly<Record<string, Move<State, Case>>>;

export const gate = <Case>(name: string, missing: (subject: Case) => string | undefined): Gate<Case> => ({ name, missing });

/** May the case make this move now? Wrong state first, then the first closed gate. */
export function checkMove<State extends string, Case extends { readonly state: State }>(
  move: Move<NoInfer<State>, Case>,
  subject: Case,
): Decision {
  if (!move.from.includes(subject.state)) return refuse(`wrong-state:${subject.state}`);
  const obstacle = missingFor(move, subject)[0];
  return obstacle === undefined ? allow : refuse(obstacle);
}

/** Everything that is missing for one move, in the order of its gates. */
export function missingFor<State extends string, Case>(move: Move<State, Case>, subject: Case): readonly string[] {
  return move.needs.flatMap((need) => need.missing(subject) ?? []);
}

export type NextMove<Name extends string> = {
  readonly name: Name;
  readonly to: string;
  readonly by: string;
  readonly missing: readonly string[];
};

/** The moves that leave the present state, each with what is missing and with who has to act: "who is blocking" reads it. */
export function nextMoves<State extends string, Case extends { readonly state: State }, Table extends Moves<State, Case>>(
  table: Table,
  subject: Case,
): readonly NextMove<keyof Table & string>[] {
  return Object.entries(table)
    .filter(([, move]) => move.from.includes(subject.state))
    .map(([name, move]) => ({ name, to: move.to, by: move.by, missing: missingFor(move, subject) }));
}
