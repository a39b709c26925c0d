import { channels, dailyJobs, jobHandlers, subscribers } from "#apps/background.ts";
import { dataDirOf, openRuntime } from "#apps/runtime.ts";
import { createServer } from "#apps/server/create-server.ts";
import { watchDatabase } from "#apps/server/database-watch.ts";
import { createMetrics, metricsDoorOf } from "#apps/server/metrics.ts";
import { ensureSample, watchSample } from "#apps/server/sample-zone.ts";
import { openTraces } from "#apps/server/traces.ts";
import { watchGivenFolder } from "#apps/server/watch-folder.ts";
import { watchJobs } from "#apps/server/watch-jobs.ts";
import { serverTexts } from "#apps/server-texts.ts";
import { printLine, printRefusal } from "#apps/terminal.ts";
import { AppError } from "#kernel/app-error.ts";
import { databaseTexts } from "#kernel/database-texts.ts";
import { startDailyJobs } from "#kernel/server/daily-jobs.ts";
import { startWorker, type Worker } from "#kernel/server/worker.ts";

const { env } = process;

function portOf(text: string | undefined): number {
  const port = Number(text ?? "3000");
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new AppError("server.port-wrong", "invalid", { port: text ?? "" });
  return port;
}

const LEVELS = ["trace", "debug", "info", "warn", "error", "fatal", "silent"];
function logLevelOf(text: string | undefined): string {
  if (text !== undefined && !LEVELS.includes(text)) throw new AppError("server.log-level", "invalid", { given: text, levels: LEVELS });
  return text ?? "warn";
}

/** What was asked before the stop is answered, but nobody waits for ever for somebody who only listens. */
const DRAIN_MS = 20_000;
/** Something that never ends must not keep the process from going: what it held is rolled back with its connection. */
const GONE_WITHIN_MS = 45_000;

const isLoopback = (host: string): boolean => host === "127.0.0.1" || host === "::1" || host === "localhost";

async function start(): Promise<void> {
  const port = portOf(env["PORT"]);
  const host = env["HOST"] ?? "127.0.0.1";
  const logLevel = logLevelOf(env["LOG_LEVEL"]);
  const metricsDoor = metricsDoorOf(env);
  const behindProxy = env["TRUST_PROXY"] === "1";
  const sampleOpen = isLoopback(host) && !behindProxy;
  const runtime = await openRuntime({
    as: "server",
    sampleOpen,
    environment: env,
    dataDir: dataDirOf(env),
    onNote: (code, params) => printLine(databaseTexts[code], params),
  });
  let stopping = false;
  const closers: (() => Promise<unknown>)[] = [() => runtime.close()];
  const stop = async (exitCode: number) => {
    if (stopping) return;
    stopping = true;
    if (exitCode === 0) printLine(serverTexts["server.stopping"]);
    setTimeout(() => process.exit(1), GONE_WITHIN_MS).unref();
    for (const close of closers.reverse()) await close().catch((error: unknown) => console.error(error));
    if (exitCode === 0) printLine(serverTexts["server.stopped"]);
    process.exit(exitCode);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void stop(0));

  try {
    const sample = runtime.database.embedded && sampleOpen ? await ensureSample(runtime) : undefined;
    const traces = await openTraces(env);
    if (traces) closers.push(() => traces.close());
    const metrics = createMetrics(runtime.pool, runtime.database.workerUrl);
    closers.push(() => metrics.close());
    const databaseWatch = watchDatabase(runtime.database.appUrl);
    closers.push(() => databaseWatch.close());
    let worker: Worker | undefined;
    const server = await createServer(runtime, {
      demoAccounts: sample?.accounts ?? [],
      secureCookies: !isLoopback(host) || behindProxy,
      trustProxy: behindProxy,
      logLevel,
      metricsDoor,
      metrics,
      traces,
      workerLookedAt: () => worker?.lookedAt() ?? performance.now(),
      isStopping: () => stopping,
      databaseWatch,
    });
    // No new connection is taken, those that are idle end, and what was asked is answered.
    closers.push(async () => {
      const hurry = setTimeout(() => server.server.closeAllConnections(), DRAIN_MS);
      await server.close();
      clearTimeout(hurry);
    });
    const address = await server.listen({ port, host });
    worker = await startWorker({
      workerUrl: runtime.database.workerUrl,
      unitOfWork: runtime.unitOfWork,
      store: runtime.store,
      secretBox: runtime.outgoing.secretBox,
      jobs: watchJobs(jobHandlers(runtime), metrics, traces),
      subscribers: subscribers(),
      outgoing: { channels: channels(), tools: runtime.outgoing },
      onError: (error, job) => server.log.error({ err: error, job }, "background"),
    });
    closers.push(async () => worker?.close());
    const daily = startDailyJobs(runtime.unitOfWork, dailyJobs(), (error) => server.log.error({ err: error }, "daily"));
    closers.push(() => daily.close());
    await watchGivenFolder(runtime, env);
    printLine(serverTexts["server.ready"], { address: address.replace("[::1]", "localhost") });
    if (sample) {
      printLine(serverTexts["server.demo"], {
        password: sample.password,
        accounts: sample.accounts.map((account) => account.username).join(" "),
      });
      void watchSample(runtime, sample.zoneId, () => stopping);
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EADDRINUSE") printRefusal(new AppError("server.port-taken", "unavailable", { port }));
    else if (code === "EACCES") printRefusal(new AppError("server.port-refused", "unavailable", { port }));
    else printRefusal(error);
    await stop(1);
  }
}

try {
  await start();
} catch (error) {
  printRefusal(error);
  process.exit(1);
}
