import { registryOperations } from "#domains/registry/contract/registry-operations.ts";
import { registryErrorTexts, registryReasons } from "#domains/registry/contract/registry-texts.ts";
import { registryGrants } from "#domains/registry/rules/registry-policy.ts";
import { duplicateHandlers } from "#domains/registry/server/duplicates/duplicate-handlers.ts";
import { FIND_DUPLICATES, findDuplicatesJob } from "#domains/registry/server/duplicates/find-duplicates.ts";
import { enterpriseHandlers } from "#domains/registry/server/enterprise/enterprise-handlers.ts";
import { importHandlers } from "#domains/registry/server/imports/import-handlers.ts";
import { RUN_IMPORT, runImport } from "#domains/registry/server/imports/run-import.ts";
import { peopleHandlers } from "#domains/registry/server/list-officials.ts";
import { searchHandlers } from "#domains/registry/server/search/search-handlers.ts";
import { definePlugin } from "#kernel/server/plugin.ts";
import { gridTexts } from "#kernel/sheet-texts.ts";

export const registryPlugin = definePlugin({
  name: "registry",
  operations: registryOperations,
  handlers: { ...searchHandlers, ...enterpriseHandlers, ...duplicateHandlers, ...importHandlers, ...peopleHandlers },
  grants: registryGrants,
  texts: { ...gridTexts, ...registryErrorTexts, ...registryReasons },
  jobs: { [RUN_IMPORT]: runImport, [FIND_DUPLICATES]: findDuplicatesJob },
});
