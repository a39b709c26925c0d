import type { ProjectStage } from "#domains/intelligence/contract/extraction.ts";
import { EndPattern, FindPattern } from "#domains/intelligence/rules/patterns/guarded-pattern.ts";

type StageWords = { readonly stage: ProjectStage; readonly words: string; readonly source: string };

/**
 * The words of reports for the stages of a project. Where one clause has several, the one nearest to the name counts;
 * among words at the same place the row that stands first.
 */
export const stageWords: readonly StageWords[] = [
  {
    stage: "在建",
    words: "投产倒计时|主体工程完工|主体完工|主体竣工|主体结构封顶|主体工程封顶|开工以来|开工建设后|建成投产前|竣工倒计时",
    source: "countdown: still under construction",
  },
  { stage: "扩建", words: "改扩建|增资扩产|扩产|扩建|扩能|追加投资|增资", source: "固定资产投资统计报表制度：扩建" },
  { stage: "开工", words: "新开工|开工建设|开工|动工|破土|奠基|开建", source: "domain handbook §4: construction permit, start of works" },
  {
    stage: "投产",
    words:
      "建成投产|竣工投产|投产|投用|投入使用|投入运营|投入运行|投入生产|投运|正式运营|试运营|量产|上线|开馆|开园|开诊|开学|开业|启用|达产|试产|点亮|并网|通线|点火|试运行|商业运营|转入商运|投入商运|首台下线|产品下线|开始运营|建成运营",
    source: "domain handbook §4: PRODUCING",
  },
  {
    stage: "竣工",
    words: "建成通车|通车|竣工|完工|全面建成|已建成|建成|落成|交付|通过验收|完成建设",
    source: "domain handbook §4: COMPLETED, acceptance filed",
  },
  {
    stage: "签约",
    words: "签约落户|签约落地|签约|签下|签订|签署|引进|引入|招引|引育|敲定|达成合作|拿下|揽获",
    source: "domain handbook §4: SIGNED",
  },
  { stage: "启动", words: "启动仪式|启动建设|正式启动|启动", source: "launch event or preparation, before works" },
  { stage: "落户", words: "落户|落地|入驻|进驻|花落|落子", source: "report language: the site is settled" },
  {
    stage: "拟建",
    words:
      "拟建|拟投资|计划建设|规划建设|将建设|将建成|将打造|计划投资建设|筹建|谋划|储备|前期工作|待开工|即将开工|选址|获批立项|立项|完成征地|征地拆迁|摘牌|拿地|获核准|可研|招标|申报",
    source: "domain handbook §4: 前期 = not started",
  },
  {
    stage: "在建",
    words:
      "推进|加快|加速|提速|建设进入|施工|在建|续建|建设中|正在建设|如火如荼|热火朝天|封顶|装修|进场(?!道路)|安装|调试|进展顺利|加班加点|快马加鞭|建设步伐|放量|有序|持续建设|建设有序|主体|冲刺|支持建设|着力建设|新建|打造|布局建设|完成投资|累计完成",
    source: "domain handbook §4: 在建 = started, not completed",
  },
];

const SOURCE = stageWords.map((row) => `(${row.words})`).join("|");
const anyStage = new FindPattern(new RegExp(SOURCE));
/** What makes a word of completion a plan: the stage is then the one before it. */
const FUTURE = new EndPattern(
  /(?:(?:预计|有望|力争|争取|计划|拟|将于|将在|即将|可于|确保|目标|准备)[^,。;已元的]{0,10}|将|未来|年内|年底|要在|建成后|后将|待|月底前?|(?<!提)前|后|明年[^,。;]{0,8}|后年[^,。;]{0,8})$/,
);
/** "已于10月底建成": a day that is over. */
const PAST = new EndPattern(/(?:已经?于|已在|于去年|去年|已经?)[^,。;已将拟]{0,8}$/);
const REALISED: ReadonlySet<ProjectStage> = new Set<ProjectStage>(["投产", "竣工"]);

export type StageHit = { readonly stage: ProjectStage; readonly start: number; readonly end: number; readonly planned: boolean };

/** The stage words in `[from, to)`, in order; what is only planned to be finished is marked. */
export function stageHits(text: string, from: number, to: number): StageHit[] {
  const hits: StageHit[] = [];
  for (const match of anyStage.all(text, from, to)) {
    const row = stageWords[match.indexOf(match[0], 1) - 1];
    if (!row) continue;
    const later = text.slice(match.index + match[0].length, match.index + match[0].length + 2);
    const reach = Math.max(from, match.index - 12);
    const planned =
      (FUTURE.testIn(text, reach, match.index) && !PAST.testIn(text, reach, match.index)) ||
      (REALISED.has(row.stage) && /^[后前]/.test(later));
    hits.push({ stage: row.stage, start: match.index, end: match.index + match[0].length, planned });
  }
  return hits;
}

const ORDER: readonly ProjectStage[] = ["拟建", "签约", "落户", "启动", "开工", "在建", "扩建", "竣工", "投产"];

/** Of words that stand together ("落地开建", "从开工到投产") the furthest stage; otherwise the first. */
export function furthest(hits: readonly StageHit[]): ProjectStage | null {
  const first = hits[0];
  if (!first) return null;
  let [best, end] = [first, first.end];
  for (const hit of hits.slice(1)) {
    if (hit.start - end > 1) break;
    if (ORDER.indexOf(hit.stage) > ORDER.indexOf(best.stage)) best = hit;
    end = hit.end;
  }
  return best.stage;
}

/** What a word of the future says of today: to be finished means under construction, to be begun means planned. */
export function plannedStage(hit: StageHit | undefined): ProjectStage {
  return hit && (hit.stage === "开工" || hit.stage === "启动" || hit.stage === "拟建") ? "拟建" : "在建";
}
