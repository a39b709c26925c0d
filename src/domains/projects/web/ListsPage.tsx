import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ListName, RateName, RateSide } from "#domains/projects/contract/register-operations.ts";
import { ListsActions } from "#domains/projects/web/ListsActions.tsx";
import { ListsSummary } from "#domains/projects/web/ListsSummary.tsx";
import { listMeanings, listNameTexts, listTexts, rateParts, rateTexts } from "#domains/projects/web/list-texts.ts";
import { PersonChoice } from "#domains/projects/web/PersonChoice.tsx";
import { ProjectFilters, useProjectFilters } from "#domains/projects/web/ProjectFilters.tsx";
import { ProjectTable } from "#domains/projects/web/ProjectTable.tsx";
import { register } from "#domains/projects/web/projects-client.ts";
import { useWords } from "#ui/language.tsx";
import { Page as PageView, Section } from "#ui/Page.tsx";
import { SearchField } from "#ui/SearchField.tsx";
import { Empty, Loaded } from "#ui/StateViews.tsx";
import { uiTexts } from "#ui/ui-texts.ts";
import { usePages } from "#ui/use-pages.ts";
import { useTimes } from "#ui/use-times.ts";
import "#domains/projects/web/project.css";

export function Page() {
  const { say } = useWords();
  const { day } = useTimes();
  const { asOf, category, level, stage, address, change } = useProjectFilters();
  const list = ListName.safeParse(address["list"]).data;
  const rateName = RateName.safeParse(address["rate"]).data;
  const rate = rateName === undefined ? undefined : { name: rateName, side: RateSide.safeParse(address["side"]).data ?? "of" };
  const q = address["q"] || undefined;
  const ownerId = address["owner"] || undefined;
  const filter = { asOf, category, level, stage, list, rate: rate?.name, side: rate?.side, q, ownerId };
  const lists = useQuery({
    queryKey: ["project-lists", asOf, category, level],
    queryFn: () => register.projectLists({ asOf, category, level }),
    placeholderData: keepPreviousData,
  });
  const projects = usePages(["projects", filter], (cursor) => register.listProjects({ ...filter, cursor, limit: 200 }));
  const shown = rate
    ? say(rate.side === "counted" ? listTexts.numerator : listTexts.denominator, {
        rate: say(rateTexts[rate.name]),
        what: say(rateParts[rate.name][rate.side]),
      })
    : list
      ? `${say(listNameTexts[list])}（${say(listMeanings[list])}）`
      : say(listTexts.every);
  const filtered = Object.values(filter).some((value) => value !== undefined);
  const state = lists.data
    ? say(listTexts.state, {
        day: day(lists.data.asOf),
        planned: lists.data.planned,
        building: lists.data.counts["under-construction"],
        completed: lists.data.counts.completed,
      })
    : null;
  return (
    <PageView
      title={say(listTexts.title)}
      state={state}
      action={<ListsActions filter={filter} />}
      filters={
        <>
          <SearchField value={q ?? ""} onChange={(words) => change({ q: words })} />
          <ProjectFilters />
          <PersonChoice
            label={say(listTexts.owner)}
            nobody={say(uiTexts.all)}
            value={ownerId ?? ""}
            onChange={(owner) => change({ owner })}
          />
        </>
      }
    >
      <Loaded query={lists} rows={3}>
        {(data) => (
          <ListsSummary
            lists={data}
            list={list}
            rate={rate}
            onList={(chosen) => change({ list: chosen, rate: undefined, side: undefined })}
            onRate={({ name, side }) => change({ rate: name, side, list: undefined })}
          />
        )}
      </Loaded>
      <Section title={shown}>
        <Loaded query={projects} rows={8}>
          {(rows) => (
            <ProjectTable
              caption={shown}
              rows={rows}
              total={projects.total}
              more={projects.more}
              empty={filtered ? undefined : <Empty title={say(listTexts.empty)} hint={say(listTexts.emptyHint)} />}
            />
          )}
        </Loaded>
      </Section>
    </PageView>
  );
}
