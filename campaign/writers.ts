import { setTimeout as wait } from "node:timers/promises";
import type { Answer, CampaignServer } from "./campaign-server.ts";
import type { Sent, Wire } from "./wires.ts";

/** Commands that were answered with success. */
export const answered = (sent: readonly Sent[]): number => sent.filter((one) => one.outcome === "accepted").length;

/** Jobs that are due and events that wait; those that ask the web do not count. */
export const waitingWork = async (at: CampaignServer): Promise<number> => {
  const [row] = await at.query<{ n: string }>(
    "select (select count(*) from job where state in ('queued', 'running') and run_after <= now() and kind <> 'intelligence.fetch') + (select count(*) from outbox where delivered_at is null) n",
  );
  return Number(row?.n ?? 1);
};

/** One person who sends command after command. What got no answer is repeated under its key every other time, until it is answered. */
export async function write(
  wire: Wire,
  name: string,
  random: () => number,
  sent: Sent[],
  goesOn: () => boolean,
  broken: string[],
  hear: (answer: Answer | undefined) => void = () => {},
): Promise<void> {
  for (let number = 0; goesOn(); number += 1) {
    const token = `dd${name}x${number}x${Math.floor(random() * 1e9).toString(36)}`;
    const one: Sent = { wire: wire.name, token, wrong: random() < 0.2, outcome: "unknown", repeated: 0 };
    sent.push(one);
    const insists = random() < 0.5;
    for (;;) {
      const answer = await wire.send(token, one.wrong);
      hear(answer);
      if (answer !== undefined && answer.status < 300) one.outcome = "accepted";
      else if (answer !== undefined && answer.status >= 400 && answer.status < 500 && answer.status !== 401) {
        one.outcome = "refused";
        // A sound command may meet another at the same record; a whole kind that is refused would test nothing.
        if (!one.wrong) one.reason = answer.bytes.toString("utf8").slice(0, 160);
      } else if (answer !== undefined && answer.status !== 503 && answer.status !== 401)
        broken.push(`${wire.name} answered ${answer.status}: ${answer.bytes.toString("utf8").slice(0, 200)}`);
      if (answer?.status === 401) await wire.signIn().catch(() => undefined);
      if (one.outcome !== "unknown" || !(insists || !goesOn()) || (one.repeated > 0 && !goesOn() && one.repeated > 200)) break;
      one.repeated += 1;
      await wait(100);
    }
    if (one.outcome === "unknown") await wait(50);
    if (one.outcome === "accepted" && one.wrong) broken.push(`${wire.name} accepted a command that is wrong: ${token}`);
  }
}

/** What was answered with success is there once, what was refused is not, what was never answered at most once. */
export async function check(at: CampaignServer, wires: readonly Wire[], sent: readonly Sent[]): Promise<string[]> {
  const broken: string[] = [];
  for (const wire of wires) {
    const mine = sent.filter((one) => one.wire === wire.name);
    const sound = mine.filter(({ wrong }) => !wrong);
    const refused = sound.filter(({ outcome }) => outcome === "refused");
    if (refused.length * 2 > sound.length)
      broken.push(`${wire.name}: ${refused.length} of ${sound.length} sound commands were refused: ${refused[0]?.reason}`);
    const counts = await wire.count(
      (text, values) => at.query(text, values),
      mine.map((one) => one.token),
    );
    for (const one of mine) {
      const found = counts.get(one.token) ?? 0;
      if (one.outcome === "accepted" && found !== 1) broken.push(`${wire.name} ${one.token} was accepted and is there ${found} times`);
      if (one.outcome === "refused" && found !== 0) broken.push(`${wire.name} ${one.token} was refused and is there ${found} times`);
      if (one.outcome === "unknown" && found > 1) broken.push(`${wire.name} ${one.token} was not answered and is there ${found} times`);
      if (one.outcome === "unknown") one.outcome = found === 1 ? "unknown-there" : "unknown-absent";
    }
  }
  return broken;
}

export async function verifyJournal(at: CampaignServer): Promise<{ readonly entries: number; readonly findings: readonly string[] }> {
  const audit = at.client("audit");
  await audit.signIn();
  const answer = await audit.send("GET", "/api/system/journal/verify");
  if (answer?.status !== 200) return { entries: 0, findings: [`the journal could not be verified: ${answer?.bytes.toString("utf8")}`] };
  const report = answer.json<{
    entries?: number;
    ok: boolean;
    chains?: { entries: number; findings?: unknown[] }[];
    findings?: unknown[];
  }>();
  const findings = [...(report.findings ?? []), ...(report.chains ?? []).flatMap((chain) => chain.findings ?? [])];
  const entries = report.entries ?? (report.chains ?? []).reduce((sum, chain) => sum + chain.entries, 0);
  return {
    entries,
    findings: [...findings.map((finding) => `journal: ${JSON.stringify(finding)}`), ...(report.ok ? [] : ["the journal does not verify"])],
  };
}
