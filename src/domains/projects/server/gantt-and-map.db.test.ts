import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestProjects, type TestProjects } from "#domains/projects/server/test-projects.ts";
import type { Actor } from "#kernel/policy.ts";

type Gantt = {
  readonly asOf: string;
  readonly from: string;
  readonly to: string;
  readonly total: number;
  readonly next: string | null;
  readonly items: readonly {
    readonly name: string;
    readonly stage: string;
    readonly colour: string | null;
    readonly changes: number;
    readonly milestones: readonly { readonly kind: string; readonly plannedOn: string | null; readonly actualOn: string | null }[];
  }[];
};
type Places = {
  readonly withoutPlace: number;
  readonly places: readonly { readonly name: string; readonly longitude: number; readonly latitude: number; readonly placedBy: string }[];
};

let at: TestProjects;
let promotion: Actor;
let force: Actor;
let head: Actor;
let leader: Actor;

beforeAll(async () => {
  at = await createTestProjects();
  promotion = await at.person("promotion");
  force = await at.person("task_force");
  head = await at.person("department_head");
  leader = await at.person("leadership");
});
afterAll(() => at.database.close());

const plan = [
  { kind: "start", plannedOn: "2026-03-01" },
  { kind: "complete", plannedOn: "2027-06-01" },
] as never;

describe("甘特图", () => {
  test("计划、实际、改期次数、颜色，按某日；那天还没签的不在图上", async () => {
    const id = await at.project(promotion, { name: "甘特甲项目", plan });
    await at.project(promotion, { name: "甘特乙项目", signedOn: "2026-05-01" as never });
    const asked = await at.call<{ dateRequests: { id: string }[] }>(
      force,
      "requestDate",
      { id, kind: "start", to: "2026-08-01", reason: "图纸" },
      { today: "2026-04-01" },
    );
    await at.call(
      head,
      "decideDate",
      { requestId: asked.dateRequests[0]?.id, version: 1, grant: true, decision: "同意" },
      { today: "2026-04-02" },
    );
    const now = await at.call<Gantt>(leader, "gantt", { q: "甘特" });
    expect(now.items.map((row) => row.name)).toEqual(["甘特甲项目", "甘特乙项目"]);
    expect(now.items[0]).toMatchObject({ stage: "SIGNED", changes: 2 });
    expect(now.items[0]?.milestones).toEqual([
      { kind: "sign", plannedOn: null, actualOn: "2025-03-10", changes: 0 },
      { kind: "start", plannedOn: "2026-08-01", actualOn: null, changes: 1 },
      { kind: "complete", plannedOn: "2027-11-01", actualOn: null, changes: 1 },
    ]);
    const then = await at.call<Gantt>(leader, "gantt", { q: "甘特", asOf: "2026-03-15" });
    expect(then.items.map((row) => [row.name, row.milestones.find((one) => one.kind === "start")?.plannedOn])).toEqual([
      ["甘特甲项目", "2026-03-01"],
    ]);
    expect([then.total, now.total]).toEqual([1, 2]);
    expect(now.from < "2025-03-10" && now.to > "2027-11-01").toBe(true);
  });

  test("一页一页读，起止不变；导出带全部节点，不让表格软件当公式", async () => {
    await at.project(promotion, { name: "=甘特丙项目", plan });
    const first = await at.call<Gantt>(leader, "gantt", { limit: 1 });
    const second = await at.call<Gantt>(leader, "gantt", { limit: 1, cursor: first.next });
    expect(first.items[0]?.name).not.toBe(second.items[0]?.name);
    expect([first.from, first.to]).toEqual([second.from, second.to]);
    const { bytes, name } = await at.call<{ bytes: Uint8Array; name: string }>(leader, "exportGantt", { q: "甘特丙" });
    const [head, line] = new TextDecoder().decode(bytes).split("\r\n");
    expect(name).toBe("项目节点-2026-06-30.csv");
    expect(head).toContain(",开工 计划,开工 实际,");
    expect(line).toContain(",'=甘特丙项目,");
    expect(line).toContain(",2026-03-01,");
  });
});

const geojson = (features: readonly unknown[]) => [
  { name: "底图.geojson", bytes: new TextEncoder().encode(JSON.stringify({ type: "FeatureCollection", features })) },
];
const square = (name: string, west: number) => ({
  type: "Feature",
  properties: { name },
  geometry: {
    type: "Polygon",
    coordinates: [
      [
        [west, 30],
        [west + 0.01, 30],
        [west + 0.01, 30.01],
        [west, 30.01],
        [west, 30],
      ],
    ],
  },
});

describe("地图", () => {
  test("登记了坐标的按坐标，只有地块的落在地块中心，都没有的数得出", async () => {
    await at.project(promotion, { name: "地图甲项目", longitude: 104.06, latitude: 30.66 });
    await at.project(promotion, { name: "地图乙项目", parcel: "YL-Z-1" });
    const before = await at.call<Places>(leader, "projectMap", { q: "地图" });
    expect(before).toMatchObject({ withoutPlace: 1, places: [{ name: "地图甲项目", longitude: 104.06, placedBy: "entry" }] });
    const uploaded = await at.call(head, "uploadGeography", { layer: "parcel" }, { files: geojson([square("YL-Z-1", 104)]) });
    expect(uploaded).toEqual({ layer: "parcel", version: 1, shapes: 1 });
    const after = await at.call<Places>(leader, "projectMap", { q: "地图" });
    expect(after.withoutPlace).toBe(0);
    const byParcel = after.places.find((place) => place.name === "地图乙项目");
    expect(byParcel?.placedBy).toBe("parcel");
    expect(byParcel?.longitude).toBeCloseTo(104.005, 5);
  });

  test("再传是新的一版，旧的留着；坏文件说一句，什么也不动", async () => {
    await at.call(head, "uploadGeography", { layer: "parcel" }, { files: geojson([square("YL-Z-1", 104.2), square("YL-Z-2", 104.3)]) });
    const read = () =>
      at.call<{ layers: readonly { layer: string; version: number; shapes: readonly unknown[] }[] }>(leader, "geography", {});
    expect((await read()).layers).toMatchObject([{ layer: "parcel", version: 2, shapes: [{ name: "YL-Z-1" }, { name: "YL-Z-2" }] }]);
    await expect(at.call(head, "uploadGeography", { layer: "parcel" }, { files: geojson([square("YL-Z-1", 10)]) })).rejects.toMatchObject({
      code: "projects.geography-position",
      params: { number: 1, found: "[10,30]" },
    });
    expect((await read()).layers[0]?.version).toBe(2);
    const kept = await at.database.tamper("select version from zone_geography where zone_id = $1 order by version", [at.database.zoneId]);
    expect(kept.map((row) => row["version"])).toEqual([1, 2]);
  });

  test("经度、纬度随表格导入；越界的格子说一句，缺一个也不行", async () => {
    const csv = [
      "项目名称,企业,类别,计划总投资（万元）,合同编号,签约日期,经度,纬度",
      "坐标一号,云岭甲公司,产业,600,HT-1,2026-01-15,104.0625,30.6586",
      "坐标二号,云岭甲公司,产业,600,HT-2,2026-01-15,30.6586,104.0625",
      "坐标三号,云岭甲公司,产业,600,HT-3,2026-01-15,104.0625,",
    ].join("\n");
    const done = await at.call<{ imported: number; rows: { problem: { zh: string } | null }[] }>(
      promotion,
      "importProjects",
      {},
      { files: [{ name: "坐标.csv", bytes: new TextEncoder().encode(csv) }] },
    );
    expect(done.imported).toBe(1);
    expect(done.rows[1]?.problem?.zh).toMatch(/“经度”列：“30.6586”.*“纬度”列：“104.0625”/);
    expect(done.rows[2]?.problem?.zh).toBe("经度和纬度须一同填写。");
    const { places } = await at.call<Places>(leader, "projectMap", { q: "坐标" });
    expect(places).toMatchObject([{ name: "坐标一号", longitude: 104.0625, latitude: 30.6586, placedBy: "entry" }]);
  });
});
