/** A figure as a source said it. Decimals are exact strings; the meaning of the fields is that of the extraction's contract. */
export type ObservedFigure = {
  readonly indicator: string;
  readonly code: string | null;
  readonly value: string;
  readonly unit: string;
  readonly approximation: "exact" | "near" | "over" | "about" | "at-least" | "at-most";
  readonly period: string | null;
  readonly basis: "cumulative" | "single" | "point" | "unknown";
  readonly region: string | null;
  readonly yoyPct: string | null;
  readonly growthBase: "last-year" | "last-year-end" | "last-period" | null;
  readonly comparison: { readonly with: string; readonly points: string } | null;
  readonly scope: "region" | "company" | "project";
  readonly kind: "actual" | "target";
  readonly calibre: string | null;
  readonly repeated: boolean;
};

/** A span of the source's text, or a place in rows or sheets. */
export type FactEvidence = {
  readonly quote: string;
  readonly start: number | null;
  readonly end: number | null;
  readonly locator: unknown;
};

export type FactOrigin = "document" | "spreadsheet" | "rows" | "manual" | "model";

export type NewObservation = Partial<ObservedFigure> &
  Pick<ObservedFigure, "indicator" | "value" | "unit"> & {
    readonly id?: string;
    readonly origin: FactOrigin;
    /** The document, import or table that it comes from. */
    readonly originId?: string | null;
    readonly article?: number | null;
    /** Which rule of extraction found it. */
    readonly rule?: string;
    readonly confidence?: number;
    readonly enterpriseId?: string | null;
    readonly departmentId?: string | null;
    readonly evidence: readonly (Pick<FactEvidence, "quote"> & Partial<FactEvidence>)[];
  };

export type FactStatus = "proposed" | "accepted" | "rejected" | "corrected" | "withdrawn";

export type Fact = ObservedFigure & {
  readonly id: string;
  readonly origin: FactOrigin;
  readonly originId: string | null;
  readonly article: number | null;
  readonly rule: string;
  readonly confidence: number;
  /** The observation that this one puts right. */
  readonly corrects: string | null;
  readonly enterpriseId: string | null;
  readonly departmentId: string | null;
  readonly recordedAt: string;
  readonly recordedBy: string;
  readonly status: FactStatus;
  /** How many decisions it has seen: what a reviewer saw, told back with the next decision. */
  readonly decisions: number;
  readonly correctedBy: string | null;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  readonly decisionRule: string | null;
  readonly reason: string | null;
};

export type FactDecision = {
  readonly observationId: string;
  readonly decision: "accept" | "reject" | "withdraw" | "reopen";
  /** The named rule that decided, when it was not the actor himself. */
  readonly rule?: string;
  readonly reason?: string;
  /** `decisions` as the reviewer saw it: somebody else's decision in between is a conflict. */
  readonly seen?: number;
};

export type FactCorrection = {
  readonly observationId: string;
  readonly changes: Partial<ObservedFigure>;
  readonly reason?: string;
  readonly seen?: number;
};

export type FactFilter = {
  readonly ids?: readonly string[];
  readonly originId?: string;
  readonly region?: string;
  readonly period?: string;
  readonly code?: string;
  readonly status?: readonly FactStatus[];
  /** As it was recorded at that instant: later observations and decisions do not count. */
  readonly recordedUntil?: string;
  readonly after?: string;
  readonly limit?: number;
};

export type FactProvenance = {
  readonly fact: Fact;
  readonly evidence: readonly FactEvidence[];
  readonly history: readonly {
    readonly decision: string;
    readonly decidedBy: string;
    readonly decidedAt: string;
    readonly rule: string | null;
    readonly reason: string | null;
    readonly correctionId: string | null;
  }[];
  /** What it corrects, first the nearest, down to what the source said. */
  readonly corrected: readonly Fact[];
};
