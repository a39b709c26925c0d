import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { dispatch } from "#domains/projects/web/dispatch/dispatch-client.ts";
import { dispatchTexts } from "#domains/projects/web/dispatch/dispatch-web-texts.ts";
import { IssueList } from "#domains/projects/web/dispatch/IssueList.tsx";
import { MeetingForm } from "#domains/projects/web/dispatch/MeetingForm.tsx";
import { MeetingList } from "#domains/projects/web/dispatch/MeetingList.tsx";
import { NextMeeting } from "#domains/projects/web/dispatch/NextMeeting.tsx";
import { SetDispatchDay } from "#domains/projects/web/dispatch/SetDispatchDay.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView } from "#ui/Page.tsx";
import { useAddress } from "#ui/use-address.ts";
import { useTimes } from "#ui/use-times.ts";
import { useViewer } from "#ui/viewer.tsx";

export function Page() {
  const { say } = useWords();
  const { permissions } = useViewer();
  const { day } = useTimes();
  const [address, change] = useAddress();
  const [asking, setAsking] = useState<"plan" | "day">();
  const next = useQuery({ queryKey: ["next-meeting"], queryFn: () => dispatch.nextMeeting({}) });
  const agenda = useQuery({ queryKey: ["meeting", "agenda"], queryFn: () => dispatch.dispatchAgenda({}) });
  const tab = address["tab"] === "issues" ? "issues" : "meetings";
  const planned = next.data?.planned ?? null;
  const items = agenda.data?.items.filter((item) => item.change === "keep").length;
  const state =
    next.data === undefined
      ? null
      : planned === null
        ? say(dispatchTexts.proposedState, { day: day(next.data.heldOn) })
        : say(dispatchTexts.plannedState, { day: day(planned.heldOn), time: planned.startsAt, items: items ?? "…" });
  return (
    <PageView
      title={say(dispatchTexts.title)}
      state={state}
      action={
        <>
          {permissions.has("projects.decide") ? <Button onClick={() => setAsking("day")}>{say(dispatchTexts.setDay)}</Button> : null}
          {permissions.has("projects.dispatch") ? (
            <Button type={planned === null ? "primary" : "default"} onClick={() => setAsking("plan")}>
              {say(dispatchTexts.plan)}
            </Button>
          ) : null}
        </>
      }
    >
      <nav className="tabs" aria-label={say(dispatchTexts.title)}>
        {(["meetings", "issues"] as const).map((one) => (
          <button
            key={one}
            type="button"
            aria-current={tab === one ? "page" : undefined}
            onClick={() => change({ tab: one === "issues" ? one : "", level: "", state: "", sort: "" })}
          >
            {say(dispatchTexts[one])}
          </button>
        ))}
      </nav>
      {tab === "issues" ? (
        <IssueList />
      ) : (
        <>
          {next.data && agenda.data ? <NextMeeting proposal={next.data} agenda={agenda.data} /> : null}
          <MeetingList />
        </>
      )}
      {asking === "plan" ? <MeetingForm day={next.data?.heldOn ?? ""} onClose={() => setAsking(undefined)} /> : null}
      {asking === "day" ? <SetDispatchDay present={next.data?.weekday ?? 2} onClose={() => setAsking(undefined)} /> : null}
    </PageView>
  );
}
