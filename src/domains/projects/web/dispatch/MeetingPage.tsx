import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { dispatch } from "#domains/projects/web/dispatch/dispatch-client.ts";
import { dispatchTexts } from "#domains/projects/web/dispatch/dispatch-web-texts.ts";
import { MeetingDesk } from "#domains/projects/web/dispatch/MeetingDesk.tsx";
import { AppLink } from "#ui/AppLink.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView } from "#ui/Page.tsx";
import { Loaded } from "#ui/StateViews.tsx";

export function Page() {
  const { say } = useWords();
  const id = useParams({ strict: false, select: (params: Record<string, string>) => params["id"] ?? "" });
  const meeting = useQuery({ queryKey: ["meeting", id], queryFn: () => dispatch.openMeeting({ meetingId: id }) });
  if (meeting.data) return <MeetingDesk view={meeting.data} />;
  return (
    <PageView title={say(dispatchTexts.title)} back={<AppLink to="/dispatch">{say(dispatchTexts.back)}</AppLink>}>
      <Loaded query={meeting} rows={10}>
        {() => null}
      </Loaded>
    </PageView>
  );
}
