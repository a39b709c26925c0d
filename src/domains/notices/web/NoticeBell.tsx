import { useQuery } from "@tanstack/react-query";
import { noticeWords } from "#domains/notices/web/notice-words.ts";
import { notices } from "#domains/notices/web/notices-client.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { useWords } from "#ui/language.tsx";

const LOOK_MS = 60_000;
const MOST_SHOWN = 99;

/** How many notices are unread; the live stream has it counted again, and without a stream it looks each minute. */
export function NoticeBell() {
  const { say } = useWords();
  const count = useQuery({ queryKey: ["notices", "count"], queryFn: () => notices.countNotices({}), refetchInterval: LOOK_MS });
  const unread = count.data?.unread ?? 0;
  return (
    <AppLink
      to="/notices"
      className="bar-button"
      label={unread > 0 ? say(noticeWords.bellUnread, { count: unread }) : say(noticeWords.bell)}
    >
      {say(noticeWords.bell)}
      {unread > 0 ? <span className="bell-count">{unread > MOST_SHOWN ? `${MOST_SHOWN}+` : unread}</span> : null}
    </AppLink>
  );
}
