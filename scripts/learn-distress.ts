// Learns the coefficients of the distress score that come with the platform from a file of annual statements, and writes them with where
// they come from: node scripts/learn-distress.ts FILE.csv.gz [last year]. The same file gives the same coefficients.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { LEARNED_OUTCOMES, learnDistress } from "#domains/promotion/rules/distress-model.ts";
import { readDistressFile } from "#domains/promotion/server/distress-file.ts";

const LAST_FULL_YEAR = 2019;
const TARGET = join(import.meta.dirname, "../src/domains/promotion/rules/lexicon/distress-coefficients.json");

const [path, last = String(LAST_FULL_YEAR)] = process.argv.slice(2);
if (path === undefined) throw new Error("node scripts/learn-distress.ts FILE.csv.gz [last year]");
const { histories } = await readDistressFile(path);
const model = learnDistress(histories, Number(last));
if (model === undefined) throw new Error("The file holds too few company-years to learn from.");
const { shapes, ...about } = model;
const source = `Annual statements of ${histories.length} listed companies up to ${last}; outcomes ${LEARNED_OUTCOMES.join(", ")}`;
// One feature a line, so that two versions can be compared.
const lines = Object.entries(shapes).map(([name, shape]) => `  ${JSON.stringify(name)}: ${JSON.stringify(shape)}`);
const head = Object.entries({ source, ...about }).map(([name, value]) => ` ${JSON.stringify(name)}: ${JSON.stringify(value)},`);
writeFileSync(TARGET, `{\n${head.join("\n")}\n "shapes": {\n${lines.join(",\n")}\n }\n}\n`);
console.log(`${TARGET}: ${model.companyYears} company-years`);
