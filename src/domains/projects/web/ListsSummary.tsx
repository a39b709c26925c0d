import type { z } from "zod";
import { ListName, type ListsView } from "#domains/projects/contract/register-operations.ts";
import { listMeanings, listNameTexts, listTexts } from "#domains/projects/web/list-texts.ts";
import { type Rate, RateLine } from "#domains/projects/web/RateLine.tsx";
import { useWords } from "#ui/language.tsx";

type Name = z.infer<typeof ListName>;
type ListsSummaryProps = {
  readonly lists: z.infer<typeof ListsView>;
  readonly list: Name | undefined;
  readonly rate: Rate | undefined;
  readonly onList: (list: Name | undefined) => void;
  readonly onRate: (rate: Rate) => void;
};

/** How many stand in each list, that they are not to be added up, and the rates. Each figure opens to its projects below. */
export function ListsSummary({ lists, list, rate, onList, onRate }: ListsSummaryProps) {
  const { say } = useWords();
  const { startRate, constructionRate } = lists;
  return (
    <div className="stack-small">
      <section className="rates rates-four" aria-label={say(listTexts.lists)}>
        {ListName.options.map((name) => (
          <div key={name}>
            <span className="quiet">{say(listNameTexts[name])}</span>
            <strong>
              <button
                type="button"
                className="figure figure-opens"
                aria-label={say(listTexts.opens, { what: say(listNameTexts[name]), count: lists.counts[name] })}
                aria-pressed={list === name}
                onClick={() => onList(list === name ? undefined : name)}
              >
                {lists.counts[name]}
              </button>
            </strong>
            <span className="quiet">{say(listMeanings[name])}</span>
          </div>
        ))}
      </section>
      <section className="rates" aria-label={say(listTexts.rates)}>
        <RateLine name="start" rate={startRate} chosen={rate} onChoose={onRate} />
        <RateLine name="construction" rate={constructionRate.withoutCompleted} chosen={rate} onChoose={onRate} />
        <RateLine name="construction-with-completed" rate={constructionRate.withCompleted} chosen={rate} onChoose={onRate} />
      </section>
      <p className="quiet">
        {lists.overlap > 0 ? say(listTexts.overlap, { count: lists.overlap }) : say(listTexts.noOverlap)}{" "}
        {list || rate ? (
          <button type="button" className="text-button" onClick={() => onList(undefined)}>
            {say(listTexts.every)}
          </button>
        ) : null}
      </p>
    </div>
  );
}
