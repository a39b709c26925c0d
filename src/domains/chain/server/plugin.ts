import { chainOperations } from "#domains/chain/contract/chain-operations.ts";
import { chainErrorTexts } from "#domains/chain/contract/chain-texts.ts";
import { classifyTexts } from "#domains/chain/contract/classify-texts.ts";
import { chainGrants } from "#domains/chain/rules/chain-policy.ts";
import { compareTwo } from "#domains/chain/server/compare-two.ts";
import { approveVersion, returnVersion, submitVersion } from "#domains/chain/server/decide-version.ts";
import { draftVersion, editVersion, listVersions, openVersion } from "#domains/chain/server/draft-version.ts";
import { orderNodes, removeEdge, removeNode, saveEdge, saveNode } from "#domains/chain/server/edit-draft.ts";
import { importEto } from "#domains/chain/server/import-eto.ts";
import { exportGraph, graphTemplate, importGraph } from "#domains/chain/server/import-graph.ts";
import { LABEL_PLACED, labelPlacedDaily, labelPlacedJob } from "#domains/chain/server/label-placed.ts";
import { classifyCommand } from "#domains/chain/server/local-commands.ts";
import { decidePlacement, endPlacement, listPlacements, placeEnterprise } from "#domains/chain/server/place-enterprise.ts";
import { printCoverage } from "#domains/chain/server/print-coverage.ts";
import { placementTemplate, proposePlacements } from "#domains/chain/server/propose-placements.ts";
import { appointRole, endRole, listCarriers, listRoles, saveCarrier } from "#domains/chain/server/roles-and-carriers.ts";
import { listStrengthRules, setStrengthRule } from "#domains/chain/server/strength-rules.ts";
import { coverage, gaps, graph } from "#domains/chain/server/view-graph.ts";
import { openNode } from "#domains/chain/server/view-node.ts";
import { definePlugin } from "#kernel/server/plugin.ts";

export const chainPlugin = definePlugin({
  name: "chain",
  operations: chainOperations,
  handlers: {
    listVersions,
    openVersion,
    compareVersions: compareTwo,
    draftVersion,
    editVersion,
    saveNode,
    removeNode,
    orderNodes,
    saveEdge,
    removeEdge,
    submitVersion,
    approveVersion,
    returnVersion,
    graphTemplate,
    importGraph,
    exportGraph,
    importEto,
    graph,
    coverage,
    gaps,
    openNode,
    appointRole,
    endRole,
    listRoles,
    saveCarrier,
    listCarriers,
    listStrengthRules,
    setStrengthRule,
    listPlacements,
    placementTemplate,
    proposePlacements,
    placeEnterprise,
    decidePlacement,
    endPlacement,
  },
  grants: chainGrants,
  texts: { ...chainErrorTexts, ...classifyTexts },
  jobs: { [LABEL_PLACED]: labelPlacedJob },
  daily: [labelPlacedDaily],
  present: { coverage: printCoverage },
  localCommands: [classifyCommand],
});
