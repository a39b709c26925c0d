import type { personalOperations } from "#domains/system/contract/personal-operations.ts";
import { AppError } from "#kernel/app-error.ts";
import type { HandlersOf } from "#kernel/contract.ts";
import type { Instant } from "#kernel/local-date.ts";
import type { OperationContext } from "#kernel/server/operation-context.ts";
import { grantLeave } from "#kernel/server/personal-leave.ts";

/** The query is run with the asker's own rights first: what is out of reach cannot be opened, and the journal says which fields were. */
export const unmask: HandlersOf<typeof personalOperations, OperationContext>["unmask"] = async ({ operation, input, reason }, context) => {
  const reply = await context.readUnmasked(operation, input);
  if (reply.values.length === 0) throw new AppError("personal.nothing-masked", "conflict");
  const until = await grantLeave(context.tx, context.actor, { operation, input: reply.input, reason, now: context.now });
  const fields = reply.values.map(({ path, kind }) => ({ path, kind }));
  context.journal({
    subject: `personal:${Object.values(input)[0] ?? ""}`,
    after: { operation, input, fields: fields.map(({ path }) => path).slice(0, 50), until },
    detail: { reason },
  });
  return { until: until as Instant, fields };
};
