import { type LocalDate, localDate } from "#kernel/local-date.ts";
import type { SampleStep, SampleWorld } from "./step.ts";

/** The letters of the first reds: one answered in time and closed, one answered late, one that is still out. */
const LETTERS: readonly { readonly issued: LocalDate; readonly text: string; readonly replied?: LocalDate; readonly closed?: LocalDate }[] =
  [
    {
      issued: localDate("2026-02-02"),
      text: "请于五个工作日内书面说明未入库原因，附入库材料清单和完成时限。",
      replied: localDate("2026-02-06"),
      closed: localDate("2026-02-27"),
    },
    {
      issued: localDate("2026-02-03"),
      text: "请于五个工作日内说明进度缺口的原因和追赶措施。",
      replied: localDate("2026-02-12"),
    },
    { issued: localDate("2026-06-24"), text: "项目仍未入库，请于五个工作日内办结入库或说明障碍、提请协调。" },
  ];
const REPLY = "已与统计部门核对，缺施工合同备案页和现场照片，本周补齐后报送。";
const NOTE = "材料已补齐报送，转入月度跟踪。";

/** The letters that were issued, in the order of their numbers. */
async function issuedLetters(world: SampleWorld) {
  const { items } = await world.ask("leader", "projects.listSupervision", { kind: "letter", limit: 200 });
  return items.filter((item) => item.number !== null).sort((one, other) => ((one.issuedOn ?? "") < (other.issuedOn ?? "") ? -1 : 1));
}

export const supervisionSteps: readonly SampleStep[] = LETTERS.flatMap((letter, place): readonly SampleStep[] => {
  const number = place + 1;
  const found = async (world: SampleWorld) => (await issuedLetters(world))[place];
  return [
    {
      name: `签发第${number}份督办单`,
      as: "leader",
      operation: "projects.issueSupervision",
      on: letter.issued,
      input: async (world) => {
        if (await found(world)) return undefined;
        const { items } = await world.ask("leader", "projects.listSupervision", { kind: "letter", state: "OPEN", limit: 1 });
        const officials = await world.ask("leader", "projects.listPeople", {});
        const addressee = officials.items.find(({ roles }) => roles.includes("task_force"));
        const [waiting] = items;
        if (waiting === undefined) return undefined;
        const to = addressee === undefined ? {} : { addresseeId: addressee.id };
        return { supervisionId: waiting.id, version: waiting.version, text: letter.text, ...to };
      },
    },
    ...(letter.replied === undefined
      ? []
      : [
          {
            name: `回复第${number}份督办单`,
            as: "taskforce",
            operation: "projects.replySupervision",
            on: letter.replied,
            input: async (world: SampleWorld) => {
              const one = await found(world);
              return one?.state === "ISSUED" ? { supervisionId: one.id, version: one.version, reply: REPLY } : undefined;
            },
          } as const,
        ]),
    ...(letter.closed === undefined
      ? []
      : [
          {
            name: `办结第${number}份督办单`,
            as: "leader",
            operation: "projects.closeSupervision",
            on: letter.closed,
            input: async (world: SampleWorld) => {
              const one = await found(world);
              return one?.state === "REPLIED" ? { supervisionId: one.id, version: one.version, note: NOTE } : undefined;
            },
          } as const,
        ]),
  ];
});
