import { exchangeOperations } from "#domains/exchange/contract/exchange-operations.ts";
import { createClient } from "#kernel/client.ts";
import { send } from "#ui/transport.ts";

export const exchange = createClient(exchangeOperations, send);

/** Where an agent connects. */
export const mcpAddress = () => `${window.location.origin}/api/mcp`;
