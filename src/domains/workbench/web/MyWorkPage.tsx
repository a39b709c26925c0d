import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { workKindTexts, workPlace } from "#domains/workbench/contract/work-words.ts";
import { type WorkItem, workbenchOperations } from "#domains/workbench/contract/workbench-operations.ts";
import { workTexts } from "#domains/workbench/web/work-texts.ts";
import { createClient } from "#kernel/client.ts";
import { type LocalDate, sayDate } from "#kernel/local-date.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { type Column, DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView, Section } from "#ui/Page.tsx";
import { StateChip } from "#ui/StateChip.tsx";
import { Empty, Loaded } from "#ui/StateViews.tsx";
import { send } from "#ui/transport.ts";

const workbench = createClient(workbenchOperations, send);
const GROUPS = ["late", "now", "coming", "whenever"] as const;

/** One queue over all domains; each item opens the record that it is worked on in. */
export function Page() {
  const { say } = useWords();
  const work = useQuery({ queryKey: ["my-work"], queryFn: () => workbench.myWork({}) });
  const counts = work.data && Object.fromEntries(GROUPS.map((group) => [group, work.data[group].length]));
  return (
    <PageView title={say(workTexts.title)} state={counts ? say(workTexts.state, counts) : null}>
      <Loaded query={work} rows={8}>
        {(found) => {
          const here = GROUPS.filter((group) => found[group].length > 0);
          if (here.length === 0) return <Empty title={say(workTexts.nothing)} hint={say(workTexts.nothingHint)} />;
          return (
            <div className="stack">
              {here.map((group) => (
                <Section key={group} title={`${say(workTexts[group])} ${found[group].length}`}>
                  <WorkTable name={say(workTexts[group])} items={found[group]} />
                </Section>
              ))}
            </div>
          );
        }}
      </Loaded>
    </PageView>
  );
}

function WorkTable({ name, items }: { readonly name: string; readonly items: readonly WorkItem[] }) {
  const { say, language } = useWords();
  const navigate = useNavigate();
  const columns: readonly Column<WorkItem>[] = [
    {
      key: "what",
      title: say(workTexts.what),
      cell: (item) => <AppLink {...workPlace(item.kind, item.opens)}>{(language === "en" && item.titleEn) || item.title}</AppLink>,
    },
    { key: "kind", title: say(workTexts.kind), width: "120px", cell: (item) => <StateChip>{say(workKindTexts[item.kind])}</StateChip> },
    { key: "about", title: say(workTexts.about), width: "30%", cell: (item) => item.about },
    {
      key: "due",
      title: say(workTexts.due),
      width: language === "en" ? "230px" : "250px",
      cell: (item) => <DueDay day={item.dueOn} daysLate={item.daysLate} provisional={item.provisional} />,
    },
  ];
  return (
    <DataTable
      caption={name}
      rows={items}
      columns={columns}
      rowKey={(item) => `${item.kind} ${item.opens} ${item.title} ${item.dueOn}`}
      onOpen={(item) => void navigate(workPlace(item.kind, item.opens) as never)}
      total={items.length}
    />
  );
}

type DueDayProps = { readonly day: LocalDate | null; readonly daysLate: number; readonly provisional: boolean };

function DueDay({ day, daysLate, provisional }: DueDayProps) {
  const { say, language } = useWords();
  if (day === null) return <>–</>;
  return (
    <span>
      {sayDate(day, language)}
      {daysLate > 0 ? <strong> {say(workTexts.daysLate, { days: daysLate })}</strong> : null}
      {provisional ? <span className="quiet"> {say(workTexts.provisional)}</span> : null}
    </span>
  );
}
