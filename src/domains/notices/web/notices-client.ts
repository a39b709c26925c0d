import { noticesOperations } from "#domains/notices/contract/notice-operations.ts";
import { createClient } from "#kernel/client.ts";
import { send } from "#ui/transport.ts";

export const notices = createClient(noticesOperations, send);
