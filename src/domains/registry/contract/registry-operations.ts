import { duplicateOperations } from "#domains/registry/contract/duplicate-operations.ts";
import { enterpriseOperations } from "#domains/registry/contract/enterprise-operations.ts";
import { importOperations } from "#domains/registry/contract/import-operations.ts";
import { peopleOperations } from "#domains/registry/contract/people-operations.ts";
import { searchOperations } from "#domains/registry/contract/search-operations.ts";

/** Everything that can be asked of the register of enterprises, from all the tables of this folder. */
export const registryOperations = {
  ...searchOperations,
  ...enterpriseOperations,
  ...duplicateOperations,
  ...importOperations,
  ...peopleOperations,
};
