import { chainTexts } from "#domains/approvals/web/package-texts.ts";
import { useWords } from "#ui/language.tsx";

type MedianBarProps = {
  readonly now: number | null;
  readonly before: number | null;
  readonly planned: number | null;
  readonly most: number;
};

/** Now over before, and the plan as a line across both. */
export function MedianBar({ now, before, planned, most }: MedianBarProps) {
  const { say } = useWords();
  const share = (days: number): string => `${Math.round((1000 * days) / most) / 10}%`;
  const words = say(chainTexts.barLabel, { now: now ?? "–", before: before ?? "–", planned: planned ?? "–" });
  return (
    <span className="median">
      <span className="median-track" role="img" aria-label={words} title={words}>
        {now === null ? null : <span className="median-now" style={{ width: share(now) }} />}
        {before === null ? null : <span className="median-before" style={{ width: share(before) }} />}
        {planned === null ? null : <span className="median-plan" style={{ left: share(planned) }} />}
      </span>
      <span>{now ?? "–"}</span>
    </span>
  );
}
