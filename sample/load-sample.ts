import type { JobHandler } from "#kernel/server/background.ts";

export const loadSample =
  (_runtime: unknown): JobHandler =>
  async () => ({ steps: 0 });
