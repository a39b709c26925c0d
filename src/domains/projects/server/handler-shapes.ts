import type { colourOperations } from "#domains/projects/contract/colour-operations.ts";
import type { handoverOperations } from "#domains/projects/contract/handover-operations.ts";
import type { investmentOperations } from "#domains/projects/contract/investment-operations.ts";
import type { supervisionOperations } from "#domains/projects/contract/supervision-operations.ts";
import type { HandlersOf } from "#kernel/contract.ts";
import type { OperationContext } from "#kernel/server/operation-context.ts";

/** What each table of operations asks of its handlers: use cases take their own shape from here. */
export type InvestmentHandlers = HandlersOf<typeof investmentOperations, OperationContext>;
export type ColourHandlers = HandlersOf<typeof colourOperations, OperationContext>;
export type SupervisionHandlers = HandlersOf<typeof supervisionOperations, OperationContext>;
export type HandoverHandlers = HandlersOf<typeof handoverOperations, OperationContext>;
