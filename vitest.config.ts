import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // The server of the browser tests stops its database and clears its folder at the end.
    teardownTimeout: 60_000,
    projects: [
      {
        test: {
          name: "unit",
          include: ["src/**/*.test.ts", "sample/**/*.test.ts", "bench/**/*.test.ts"],
          exclude: ["src/**/*.db.test.ts", "src/**/*.http.test.ts", "node_modules/**"],
          environment: "node",
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: "db",
          include: ["src/**/*.db.test.ts", "src/**/*.http.test.ts", "sample/**/*.db.test.ts"],
          exclude: ["node_modules/**"],
          environment: "node",
          globalSetup: ["src/kernel/server/test-global-setup.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: "e2e",
          include: ["e2e/**/*.e2e.ts"],
          environment: "node",
          globalSetup: ["e2e/start-server.ts"],
          testTimeout: 90_000,
          hookTimeout: 60_000,
          // One server and one browser for all: journeys keep to records of their own, or read only.
          maxWorkers: 2,
          // On a busy machine a click may fall while a page still moves. What fails three times in a row is broken.
          retry: 2,
        },
      },
    ],
  },
});
