import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { qualificationWords, statusWords } from "#domains/registry/contract/enterprise.ts";
import type { FoundEnterprise } from "#domains/registry/contract/search-operations.ts";
import { BookChips } from "#domains/registry/web/BookChips.tsx";
import { searchTexts } from "#domains/registry/web/search-texts.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { type Column, DataTable } from "#ui/DataTable.tsx";
import { Figure } from "#ui/Figure.tsx";
import { useWords } from "#ui/language.tsx";
import { groupDigits } from "#ui/print-figure.ts";
import { StateChip } from "#ui/StateChip.tsx";
import { useYuan } from "#ui/use-yuan.ts";

type EnterpriseTableProps = {
  readonly caption: string;
  readonly rows: readonly FoundEnterprise[];
  readonly more: (() => void) | undefined;
  readonly empty?: ReactNode;
};

/** Enterprises as they were found: who it is, what it does, how large it is, and what it is to the zone. */
export function EnterpriseTable({ caption, rows, more, empty }: EnterpriseTableProps) {
  const { say, language } = useWords();
  const { short } = useYuan();
  const navigate = useNavigate();
  const columns: readonly Column<FoundEnterprise>[] = [
    {
      key: "name",
      title: say(searchTexts.name),
      width: "29%",
      cell: (row) => (
        <>
          <AppLink to={`/registry/${row.id}`}>{row.name}</AppLink>
          <span className="under quiet">
            <span className="registry-code">{row.identifier}</span> <BookChips book={row.book} />
            {row.status === "active" ? null : <StateChip tone="muted">{say(statusWords[row.status])}</StateChip>}
          </span>
        </>
      ),
    },
    { key: "region", title: say(searchTexts.region), cell: (row) => row.region ?? row.regionCode ?? "–", width: "12%" },
    {
      key: "class",
      title: say(searchTexts.class),
      cell: (row) =>
        row.classCode === null ? (
          "–"
        ) : (
          <span>
            {row.className ?? row.classCode}
            {row.className === null ? null : <span className="quiet"> {row.classCode}</span>}
          </span>
        ),
      width: "15%",
    },
    {
      key: "qualifications",
      title: say(searchTexts.qualifications),
      wideOnly: true,
      width: "15%",
      cell: (row) =>
        row.qualifications.length === 0 ? (
          <span className="quiet">–</span>
        ) : (
          row.qualifications.map((kind) => say(qualificationWords[kind])).join(language === "zh" ? "、" : ", ")
        ),
    },
    {
      key: "capital",
      figure: true,
      title: say(searchTexts.capital),
      cell: (row) => (row.capitalYuan === null ? "–" : short(row.capitalYuan)),
    },
    {
      key: "revenue",
      figure: true,
      title: say(searchTexts.revenue),
      cell: (row) =>
        row.revenueYuan === null ? (
          "–"
        ) : (
          <span>
            {short(row.revenueYuan)}
            <span className="under quiet">
              {row.revenueYear === null ? null : say(searchTexts.inYear, { year: row.revenueYear })}{" "}
              {row.revenueGrowthPct === null ? null : (
                <Figure growth value={row.revenueGrowthPct} unit="%" name={say(searchTexts.growth)} />
              )}
            </span>
          </span>
        ),
    },
    {
      key: "employees",
      figure: true,
      wideOnly: true,
      title: say(searchTexts.employees),
      cell: (row) => (row.employees === null ? "–" : groupDigits(String(row.employees))),
    },
    { key: "founded", short: true, wideOnly: true, title: say(searchTexts.founded), cell: (row) => row.foundedOn ?? "–" },
  ];
  return (
    <DataTable
      caption={caption}
      rows={rows}
      columns={columns}
      rowKey={(row) => row.id}
      onOpen={(row) => void navigate({ to: `/registry/${row.id}` as never })}
      more={more}
      empty={empty}
    />
  );
}
