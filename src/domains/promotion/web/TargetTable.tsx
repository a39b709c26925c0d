import { investorClassWords } from "#domains/promotion/contract/lead.ts";
import { type TargetRow, TargetStatus, targetStatusWords } from "#domains/promotion/contract/target.ts";
import { ScoreBar } from "#domains/promotion/web/ScoreBar.tsx";
import { screeningWebTexts } from "#domains/promotion/web/screening-web-texts.ts";
import { targetWebTexts as texts } from "#domains/promotion/web/target-web-texts.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { type Column, DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";
import { StateChip } from "#ui/StateChip.tsx";
import { useAddress } from "#ui/use-address.ts";

const TONES = { LOCKED: "plain", ASSIGNED: "active", LEAD: "done", DROPPED: "muted" } as const;
const TENTHS = 10;

/** A kept score as the bar takes it: points instead of tenths. */
export const barOf = ({ known, possible, terms }: TargetRow["score"]) => ({
  known: known / TENTHS,
  possible: possible / TENTHS,
  terms: terms.map(({ measure, least, most }) => ({ measure, least: least / TENTHS, most: most / TENTHS })),
});

export function TargetTable({ items }: { readonly items: readonly TargetRow[] }) {
  const { say, language } = useWords();
  const [, change] = useAddress();
  const open = (row: TargetRow) => change({ target: row.id });
  const columns: readonly Column<TargetRow>[] = [
    {
      key: "rank",
      title: say(screeningWebTexts.rank),
      figure: true,
      wideOnly: true,
      order: (row) => row.rank,
      cell: (row) => (row.rank === null ? say(texts.byHand) : String(row.rank)),
    },
    {
      key: "enterprise",
      title: say(screeningWebTexts.enterprise),
      order: (row) => row.enterprise,
      cell: (row) => (
        <div>
          <button type="button" className="text-button" onClick={() => open(row)}>
            {row.enterprise}
          </button>
          <span className="quiet under">{row.reason}</span>
        </div>
      ),
    },
    {
      key: "score",
      title: say(screeningWebTexts.score),
      order: (row) => row.score.known,
      cell: (row) => <ScoreBar {...barOf(row.score)} />,
    },
    {
      key: "class",
      title: say(texts.class),
      wideOnly: true,
      cell: (row) => row.classes.map((one) => say(investorClassWords[one])).join(language === "zh" ? "、" : ", "),
    },
    {
      key: "owner",
      title: say(texts.owner),
      short: true,
      order: (row) => row.owner?.name ?? null,
      cell: (row) => row.owner?.name ?? <span className="quiet">{say(texts.nobody)}</span>,
    },
    {
      key: "status",
      title: say(texts.status),
      short: true,
      order: (row) => TargetStatus.options.indexOf(row.status),
      cell: (row) =>
        row.lead ? (
          <AppLink to={`/promotion/leads/${row.lead.id}`}>{row.lead.code}</AppLink>
        ) : (
          <StateChip tone={TONES[row.status]}>{say(targetStatusWords[row.status])}</StateChip>
        ),
    },
  ];
  return (
    <DataTable caption={say(texts.entries)} rows={items} columns={columns} rowKey={(row) => row.id} onOpen={open} total={items.length} />
  );
}
