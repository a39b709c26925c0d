import type { IdentifierKind } from "#domains/registry/contract/enterprise.ts";
import { isOldRegistrationNumber, isUscc, normaliseUscc, organisationCheckHolds } from "#kernel/uscc.ts";

export type IdentifierReading =
  | { readonly ok: true; readonly kind: IdentifierKind; readonly identifier: string; readonly warnings: readonly string[] }
  | { readonly ok: false; readonly because: "uscc" | "old-number" | "identifier" };

const OTHER = /^[A-Z0-9][A-Z0-9./-]{1,39}$/;

/** A code as it is kept: of GB 32100 with its check, of a register abroad as it is written there, of our own numbering. */
export function readIdentifier(written: string, kind: IdentifierKind): IdentifierReading {
  if (kind === "uscc") {
    const code = normaliseUscc(written);
    if (isUscc(code))
      return { ok: true, kind, identifier: code, warnings: organisationCheckHolds(code) ? [] : ["uscc-organisation-check"] };
    return { ok: false, because: isOldRegistrationNumber(written) ? "old-number" : "uscc" };
  }
  const identifier = written.normalize("NFKC").replace(/\s/g, "").toUpperCase();
  return OTHER.test(identifier) ? { ok: true, kind, identifier, warnings: [] } : { ok: false, because: "identifier" };
}
