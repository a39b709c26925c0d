import type { CaseState, CaseView } from "#domains/approvals/contract/case.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Text } from "#kernel/texts.ts";

/** Who has it, or how it came out: decides how a piece is drawn. Its word always goes with it. */
export type PieceKind = "applicant" | "window" | "review" | "paused" | "decided" | "open" | "agreed" | "objected" | "silent";

export type Piece = {
  readonly key: string;
  readonly kind: PieceKind;
  readonly state: CaseState | ReviewState;
  readonly from: LocalDate;
  /** While it lasts, the day on which one looks. */
  readonly to: LocalDate;
  readonly lasts: boolean;
};
type ReviewState = CaseView["reviews"][number]["state"];

export type Lane = {
  readonly key: string;
  /** Null for the case itself. */
  readonly name: Text | null;
  readonly department: string;
  readonly pieces: readonly Piece[];
  readonly due: { readonly day: LocalDate; readonly provisional: boolean } | null;
  /** Does not run yet: waits for the lanes named here. */
  readonly waitsFor: readonly Text[];
};

export type Band = {
  readonly key: string;
  readonly reason: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly lasts: boolean;
};
export type DueLine = { readonly kind: "promised" | "legal"; readonly day: LocalDate; readonly provisional: boolean };

export type CaseLanes = {
  readonly first: LocalDate;
  readonly last: LocalDate;
  readonly today: LocalDate | null;
  readonly lanes: readonly Lane[];
  readonly pauses: readonly Band[];
  readonly dues: readonly DueLine[];
  readonly marks: readonly { readonly key: string; readonly day: LocalDate; readonly words: Text; readonly automatic: boolean }[];
};

type Seen = Pick<CaseView, "steps" | "reviews" | "pauses"> & { readonly row: Pick<CaseView["row"], "clock" | "department"> };

const HELD: Readonly<Record<CaseState, PieceKind | null>> = {
  DRAFT: "applicant",
  SUBMITTED: "window",
  SUPPLEMENT: "applicant",
  ACCEPTED: "window",
  REVIEWING: "review",
  SUSPENDED: "paused",
  DECIDED: "decided",
  DELIVERED: null,
  WITHDRAWN: null,
  TERMINATED: null,
};

const latest = (days: readonly (LocalDate | null | undefined)[]): LocalDate | undefined =>
  days
    .filter((day): day is LocalDate => day !== null && day !== undefined)
    .sort()
    .at(-1);

/** A case as lanes: itself above, one for each piece of the review below; undefined before its first step. */
export function lanesOf(seen: Seen, today: LocalDate): CaseLanes | undefined {
  const [begin] = seen.steps;
  const end = seen.steps.at(-1);
  if (!begin || !end) return undefined;
  const over = HELD[end.to] === null;
  const until = over ? end.on : later(today, end.on);
  const { clock } = seen.row;
  const dues: readonly DueLine[] = clock
    ? [
        ...(clock.promisedDueOn ? [{ kind: "promised" as const, day: clock.promisedDueOn, provisional: clock.promisedProvisional }] : []),
        { kind: "legal" as const, day: clock.legalDueOn, provisional: clock.legalProvisional },
      ]
    : [];
  const lanes = [caseLane(seen, until), ...seen.reviews.map((review) => reviewLane(review, seen.reviews, until))];
  return {
    first: begin.on,
    last: latest([until, ...dues.map(({ day }) => day), ...lanes.map(({ due }) => due?.day)]) ?? until,
    today: over ? null : until,
    lanes,
    pauses: seen.pauses.map(({ id, reason, from, to }) => ({ key: id, reason, from, to: to ?? until, lasts: to === null })),
    dues,
    marks: seen.steps.map((step, place) => ({
      key: `${step.move}-${place}`,
      day: step.on,
      words: step.words,
      automatic: step.automatic !== null,
    })),
  };
}

const later = (left: LocalDate, right: LocalDate): LocalDate => (left > right ? left : right);

function caseLane({ steps, row }: Seen, until: LocalDate): Lane {
  const pieces = steps.flatMap((step, place): Piece[] => {
    const kind = HELD[step.to];
    if (kind === null) return [];
    const next = steps[place + 1];
    return [{ key: `${step.to}-${place}`, kind, state: step.to, from: step.on, to: next?.on ?? until, lasts: next === undefined }];
  });
  return { key: "case", name: null, department: row.department, pieces: joined(pieces), due: null, waitsFor: [] };
}

/** Steps that leave the state as it is do not cut its piece. */
function joined(pieces: readonly Piece[]): readonly Piece[] {
  const whole: Piece[] = [];
  for (const piece of pieces) {
    const last = whole.at(-1);
    if (last?.state === piece.state) whole[whole.length - 1] = { ...last, to: piece.to, lasts: piece.lasts };
    else whole.push(piece);
  }
  return whole;
}

type Review = CaseView["reviews"][number];

function reviewLane(review: Review, all: readonly Review[], until: LocalDate): Lane {
  const { key, name, department, openedOn, closedOn, state, dueOn, dueProvisional } = review;
  const piece: Piece | undefined =
    openedOn === null || state === "waiting"
      ? undefined
      : { key, kind: state, state, from: openedOn, to: closedOn ?? until, lasts: closedOn === null };
  return {
    key,
    name,
    department,
    pieces: piece ? [piece] : [],
    due: dueOn === null ? null : { day: dueOn, provisional: dueProvisional },
    waitsFor: piece ? [] : all.filter((other) => review.after.includes(other.key) && other.closedOn === null).map((other) => other.name),
  };
}
