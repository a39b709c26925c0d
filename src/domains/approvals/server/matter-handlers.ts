import { importMatters, matterTemplate } from "#domains/approvals/server/import-matters.ts";
import { listMatters, openMatter } from "#domains/approvals/server/list-matters.ts";
import { type MatterHandlers, setMatter } from "#domains/approvals/server/set-matter.ts";

export const matterHandlers: MatterHandlers = { listMatters, openMatter, setMatter, matterTemplate, importMatters };
