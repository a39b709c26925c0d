// The walls between the rooms. Each rule is planted with a violation by scripts/check-walls.mjs, which expects it to be caught.
const domain = "^src/domains/([^/]+)/";
const rule = (name, from, to, comment) => ({ name, severity: "error", comment, from, to });
// Left to right: a domain may know the contract and the door of a domain to its left, never to its right.
const order = [
  "system",
  "registry",
  "intelligence",
  "chain",
  "promotion",
  "projects",
  "approvals",
  "space",
  "service",
  "policy",
  "matching",
  "evaluation",
  "economy",
  "waste",
  "workshop",
  "events",
  "exchange",
  "workbench",
  "notices",
];
const leftToRight = order
  .slice(0, -1)
  .map((name, place) =>
    rule(
      `${name}-knows-nothing-to-its-right`,
      { path: `^src/domains/${name}/` },
      { path: `^src/domains/(${order.slice(place + 1).join("|")})/` },
      "What happens later listens to an event.",
    ),
  );
module.exports = {
  forbidden: [
    rule("no-cycle", {}, { circular: true }, "Import cycles hide the real layering."),
    rule("kernel-knows-no-domain", { path: "^src/kernel/" }, { path: "^src/(domains|apps|ui)/" }),
    rule(
      "pure-kernel",
      { path: "^src/kernel/[^/]+$", pathNot: "\\.test\\.ts$" },
      { pathNot: "^src/kernel/[^/]+$|^node_modules/(zod|big\\.js|@types/big\\.js)/" },
    ),
    rule(
      "contract-is-pure",
      { path: `${domain}contract/`, pathNot: "\\.test\\.ts$" },
      { pathNot: "^src/kernel/[^/]+$|^src/domains/[^/]+/contract/|^node_modules/zod/" },
    ),
    rule(
      "rules-are-pure",
      { path: `${domain}rules/`, pathNot: "\\.test\\.ts$" },
      {
        pathNot:
          "^src/kernel/[^/]+$|^src/domains/$1/(contract|rules)/|^src/domains/[^/]+/contract/|^node_modules/(zod|big\\.js|@types/big\\.js|opencc-js)/",
      },
    ),
    rule(
      "foreign-domain-only-by-its-door",
      { path: domain, pathNot: "^src/domains/workbench/" },
      { path: domain, pathNot: "^src/domains/$1/|^src/domains/[^/]+/contract/|^src/domains/[^/]+/server/api\\.ts$" },
    ),
    rule("web-never-imports-server", { path: "^src/(domains/[^/]+/web|apps/web|ui)/" }, { path: "/server/|^src/apps/(server|cli)/" }),
    rule("server-never-imports-web", { path: "/server/" }, { path: "/web/|^src/ui/" }),
    rule("ui-knows-no-domain", { path: "^src/ui/" }, { path: "^src/(domains|apps)/" }),
    rule("apps-only-compose", { path: "^src/apps/" }, { path: "^src/domains/[^/]+/(rules|server/(?!api\\.ts|plugin\\.ts))" }),
    rule("no-drawer-files", {}, { path: "/(utils?|helpers?|common|misc|types)\\.tsx?$" }),
    ...leftToRight,
  ],
  options: {
    parser: "swc",
    tsConfig: { fileName: "tsconfig.server.json" },
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: "\\.test\\.tsx?$|\\.json$" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default", "types"] },
  },
};
