import { useQuery } from "@tanstack/react-query";
import { shellTexts } from "#apps/web/shell-texts.ts";
import { system } from "#domains/system/web/system-client.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { useWords } from "#ui/language.tsx";

/** Shows only while something long is running, and how far it is. */
export function JobIndicator() {
  const { say } = useWords();
  const jobs = useQuery({
    queryKey: ["jobs", "running"],
    queryFn: () => system.listJobs({ state: "running", limit: 20 }),
    refetchInterval: (query) => ((query.state.data?.items.length ?? 0) > 0 ? 3_000 : 20_000),
  });
  const running = jobs.data?.items ?? [];
  if (running.length === 0) return null;
  const done = running.reduce((sum, job) => sum + job.done, 0);
  const total = running.reduce((sum, job) => sum + (job.total ?? 0), 0);
  const share = total > 0 ? ` ${Math.floor((100 * done) / total)}%` : "";
  return (
    <AppLink to="/system/jobs" className="bar-button">
      <span role="status">
        <span className="job-words">{say(shellTexts.jobs, { count: running.length })}</span>
        {share}
      </span>
    </AppLink>
  );
}
