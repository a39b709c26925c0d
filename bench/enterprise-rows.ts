import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { ENTERPRISE_HEAD, enterpriseAt, enterpriseLine, TIE_HEAD, tieLine } from "../sample/enterprise-rows.ts";

export const BENCH_SEED = 20_260_630;
const AT_ONCE = 5_000;

/** A register of so many enterprises as a CSV file, written as it is made. */
export const writeEnterprises = (path: string, count: number): Promise<void> =>
  writeLines(path, ENTERPRISE_HEAD, count, (place) => enterpriseLine(enterpriseAt(place, BENCH_SEED)));

/** So many ties among so many enterprises. */
export const writeTies = (path: string, ties: number, enterprises: number): Promise<void> =>
  writeLines(path, TIE_HEAD, ties, (place) => tieLine(place, BENCH_SEED, (of) => enterpriseAt(of, BENCH_SEED).code, enterprises));

async function writeLines(path: string, head: string, count: number, line: (place: number) => string): Promise<void> {
  const file = createWriteStream(path);
  file.write(`${head}\n`);
  for (let from = 0; from < count; from += AT_ONCE) {
    const lines = Array.from({ length: Math.min(AT_ONCE, count - from) }, (_, place) => `${line(from + place)}\n`);
    if (!file.write(lines.join(""))) await once(file, "drain");
  }
  file.end();
  await once(file, "finish");
}
