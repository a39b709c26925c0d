import type { z } from "zod";
import type { Cockpit } from "#domains/workbench/contract/workbench-operations.ts";

export type CockpitView = z.infer<typeof Cockpit>;
