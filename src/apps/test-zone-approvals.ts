import type { Place, TestServer } from "#apps/test-server.ts";
import type { CaseView } from "#domains/approvals/contract/case.ts";
import { caseOperations } from "#domains/approvals/contract/case-operations.ts";
import type { Matter, MatterMaterial } from "#domains/approvals/contract/matter.ts";
import { matterOperations } from "#domains/approvals/contract/matter-operations.ts";
import { packageOperations } from "#domains/approvals/contract/package-operations.ts";
import { promiseOperations } from "#domains/approvals/contract/promise-operations.ts";
import { addDays, instantOf, localDateOf } from "#kernel/local-date.ts";

const { draftCase, provideMaterial, promiseMaterial, submitCase, noticeSupplement, answerSupplement, acceptCase } = caseOperations;
const { pauseCase, resumeCase, extendCase, startReview, giveOpinion, decideCase, terminateCase } = caseOperations;
const { setMatter } = matterOperations;
const { setPackageDefinition, draftPackage, providePackageMaterial, submitPackage, openPackage } = packageOperations;
const { assistCase, logAssist, verifyCommitment, listExclusions } = promiseOperations;

/** Records of approvals, by the input fields that name them. */
export type ApprovalRecords = {
  readonly title: string;
  readonly id: string;
  readonly version: number;
  readonly number: string;
  readonly code: string;
  readonly piece: string;
  readonly commitment: string;
  readonly exclusion: string;
  readonly assist: string;
  readonly package: string;
  readonly compensation: string;
};

/** The smallest PNG: one pixel. */
const PIXEL = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");
const file = { name: "图纸.png", bytes: PIXEL };

/** A case and a package with something in every table that approvals have. */
export async function furnishApprovals(at: TestServer, place: Place, projectId: string): Promise<ApprovalRecords> {
  const as = (role: Parameters<TestServer["account"]>[0]) => at.account(role, place);
  const [counter, window, head] = [as("liaison"), as("approval_window"), as("department_head")];
  const title = place === "first" ? "甲阳一号厂房施工许可" : "乙荫二号厂房施工许可";
  const today = localDateOf(instantOf(new Date()));
  const reason = "首次发布";
  await at.done(head, setMatter, { matter: permit(title), effectiveOn: today, reason }, { key: "permit" });
  for (const code of ["licence-a", "licence-b"])
    await at.done(
      head,
      setMatter,
      { matter: matter(code, { materials: [material("application")] }), effectiveOn: today, reason },
      { key: code },
    );

  const { case: drafted, accessCode } = await at.done(
    counter,
    draftCase,
    { matterCode: "permit", title, enterprise: "第1企业", projectId, contactName: `${title}联系人`, contactPhone: "13800001234" },
    { key: "draft" },
  );
  const { id } = drafted.row;
  const provided = await at.done(counter, provideMaterial, { id, key: "drawing" }, { key: "drawing", files: [file] });
  await at.done(counter, promiseMaterial, { id, key: "wages", how: "commitment", text: "已足额存入" });
  let seen: CaseView = await at.done(counter, promiseMaterial, { id, key: "plan", how: "deferred", text: "十日内补交" });
  const step = async (work: (version: number) => Promise<CaseView>) => {
    seen = await work(seen.version);
  };
  await step((version) => at.done(counter, submitCase, { id, version }, { key: "submit" }));
  await step((version) => at.done(window, noticeSupplement, { id, version, items: ["补盖公章"] }, { key: "notice" }));
  await step((version) => at.done(counter, answerSupplement, { id, version, note: "已补" }, { key: "answer" }));
  await step((version) => at.done(window, acceptCase, { id, version }, { key: "accept" }));
  // A pause begins after the acceptance, and nothing is entered for a day that has not come.
  await at.database.tamper("update approval_case set accepted_on = accepted_on - 3 where id = $1", [id]);
  await step((version) =>
    at.done(window, pauseCase, { id, version, reason: "专家评审", from: today, notice: "告知1号" }, { key: "pause" }),
  );
  await step((version) => at.done(window, resumeCase, { id, version, lastDay: today }, { key: "resume" }));
  await step((version) => at.done(head, extendCase, { id, version, reason: "案情复杂" }, { key: "extend" }));
  await step((version) => at.done(window, startReview, { id, version }, { key: "review" }));
  await step((version) =>
    at.done(window, giveOpinion, { id, version, node: "site", agree: true, opinion: `${title}意见` }, { key: "opinion" }),
  );
  await step((version) =>
    at.done(head, decideCase, { id, version, decision: "granted", reason: "合规", resultNumber: `${title}号` }, { key: "decide" }),
  );
  const [commitment] = seen.commitments;
  await at.done(window, verifyCommitment, {
    commitmentId: commitment?.id ?? "",
    version: commitment?.version ?? 1,
    finding: "false",
    note: "账户未存入",
    correctBy: addDays(today, 10),
  });
  const exclusions = await at.done(window, listExclusions, {});
  const packages = await furnishPackage(at, place, title, today);
  const helped = await at.done(counter, assistCase, { id: packages.open, authorisation: "授权委托书1号" });
  await at.done(counter, logAssist, { assistId: helped.id, text: `${title}帮办` }, { key: "log" });
  return {
    title,
    id,
    version: seen.version,
    number: seen.row.number,
    code: accessCode ?? "",
    piece: provided.materials.find(({ key }) => key === "drawing")?.pieceId ?? "",
    commitment: commitment?.id ?? "",
    exclusion: exclusions.items[0]?.id ?? "",
    assist: helped.id,
    package: packages.id,
    compensation: packages.compensation,
  };
}

const workdays = (length: number) => ({ length, unit: "workday" as const, source: "本区规定" });

/** An ordinary licence without materials, forms or reviews, the rest as given. */
export const matter = (code: string, given: Partial<Matter> = {}): Matter => ({
  code,
  name: { zh: `事项${code}`, en: code },
  stage: "operation",
  kind: "licence",
  authority: "岚州市行政审批局",
  department: "行政审批局",
  legal: workdays(20),
  promised: workdays(10),
  pauses: [],
  extension: { length: 10, source: "行政许可法第四十二条第一款" },
  supplementWithin: 5,
  highRisk: false,
  form: [],
  materials: [],
  reviews: [],
  fee: null,
  result: { name: { zh: "批准书", en: "licence" }, validMonths: null },
  source: "行政许可法",
  ...given,
});

const material = (key: string, given: Partial<MatterMaterial> = {}): MatterMaterial => ({
  key,
  name: { zh: `材料${key}`, en: key },
  need: "mandatory",
  deferrable: false,
  byCommitment: false,
  note: "",
  ...given,
});

const permit = (title: string): Matter =>
  matter("permit", {
    name: { zh: title, en: title },
    pauses: [{ reason: "专家评审", most: null, source: "行政许可法第四十五条" }],
    materials: [material("drawing"), material("wages", { byCommitment: true }), material("plan", { deferrable: true })],
    reviews: [
      {
        key: "site",
        name: { zh: "现场审查", en: "site" },
        department: "建设管理局",
        after: [],
        limit: workdays(5),
        silence: "none",
      },
    ],
  });

/** Two licences side by side: one is granted, the other ends without, and something is to be done about the first. */
async function furnishPackage(
  at: TestServer,
  place: Place,
  title: string,
  today: ReturnType<typeof localDateOf>,
): Promise<{ readonly id: string; readonly open: string; readonly compensation: string }> {
  const as = (role: Parameters<TestServer["account"]>[0]) => at.account(role, place);
  const [counter, window, head] = [as("liaison"), as("approval_window"), as("department_head")];
  const child = (matterCode: string) => ({
    matterCode,
    after: [],
    fields: {},
    materials: { application: "application" },
    compensation: { zh: `${title}善后`, en: "put it right" },
  });
  const definition = {
    code: "opening",
    name: { zh: `${title}一件事`, en: "opening" },
    form: [],
    materials: [{ key: "application", name: { zh: "申请书", en: "application" } }],
    children: [child("licence-a"), child("licence-b")],
    promised: { length: 5, unit: "workday" as const, source: "本区规定" },
    source: "本区规定",
  };
  await at.done(head, setPackageDefinition, { definition, effectiveOn: today, reason: "首次发布" }, { key: "definition" });
  const fileOne = async (key: string) => {
    const { package: drafted } = await at.done(
      counter,
      draftPackage,
      { code: "opening", title, enterprise: "第1企业" },
      { key: `${key}-draft` },
    );
    const ready = await at.done(
      counter,
      providePackageMaterial,
      { id: drafted.row.id, key: "application" },
      { key: `${key}-material`, files: [file] },
    );
    return at.done(counter, submitPackage, { id: drafted.row.id, version: ready.version }, { key: `${key}-submit` });
  };
  const submitted = await fileOne("first");
  const [one, two] = submitted.children.map((of) => of.case?.id ?? "");
  const open = async (id: string) => at.done(window, caseOperations.openCase, { id });
  const taken = await at.done(window, acceptCase, { id: one ?? "", version: (await open(one ?? "")).version }, { key: "child-accept" });
  await at.done(
    head,
    decideCase,
    { id: one ?? "", version: taken.version, decision: "granted", reason: "合规", resultNumber: `${title}甲号` },
    { key: "child-decide" },
  );
  await at.done(
    window,
    terminateCase,
    { id: two ?? "", version: (await open(two ?? "")).version, reason: "主体注销" },
    { key: "child-end" },
  );
  await at.worker.drain();
  const after = await at.done(window, openPackage, { id: submitted.row.id });
  const [compensation] = after.compensations;
  if (compensation === undefined) throw new Error("the package has no compensation to furnish the zone with");
  const second = await fileOne("second");
  return { id: submitted.row.id, open: second.children[0]?.case?.id ?? "", compensation: compensation.id };
}
