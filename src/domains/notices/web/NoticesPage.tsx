import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import type { NoticeRow } from "#domains/notices/contract/notice-operations.ts";
import { noticeKindTexts } from "#domains/notices/contract/notice-texts.ts";
import { noticeWords } from "#domains/notices/web/notice-words.ts";
import { notices } from "#domains/notices/web/notices-client.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { Choice } from "#ui/Choice.tsx";
import { type Column, DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView } from "#ui/Page.tsx";
import { StateChip } from "#ui/StateChip.tsx";
import { Empty, Loaded } from "#ui/StateViews.tsx";
import { useAddress } from "#ui/use-address.ts";
import { useCommand } from "#ui/use-command.ts";
import { usePages } from "#ui/use-pages.ts";
import { useTimes } from "#ui/use-times.ts";

/** Everything that one was told of, the newest first. */
export function Page() {
  const { say, language } = useWords();
  const { day, moment } = useTimes();
  const [address, change] = useAddress();
  const unread = address["show"] === "unread" ? true : undefined;
  const list = usePages(["notices", "list", unread], (cursor) => notices.listNotices({ unread, cursor, limit: 50 }));
  const read = useCommand((ids: string[] | undefined) => notices.readNotices({ ids }), ["notices"]);
  const count = useQuery({ queryKey: ["notices", "count"], queryFn: () => notices.countNotices({}) });
  const waiting = count.data?.unread ?? 0;
  const columns: readonly Column<NoticeRow>[] = [
    {
      key: "what",
      title: say(noticeWords.what),
      cell: (row) => {
        const [to = "/", search = ""] = row.link.split("?");
        const title = (language === "en" && row.titleEn) || row.title;
        return (
          <AppLink to={to} search={Object.fromEntries(new URLSearchParams(search))}>
            {row.read ? title : <strong>{title}</strong>}
          </AppLink>
        );
      },
    },
    {
      key: "kind",
      short: true,
      title: say(noticeWords.kind),
      cell: (row) => <StateChip tone={row.read ? "muted" : "active"}>{say(noticeKindTexts[row.kind])}</StateChip>,
    },
    { key: "about", title: say(noticeWords.about), cell: (row) => row.about || "–", wideOnly: true },
    { key: "due", short: true, title: say(noticeWords.due), cell: (row) => day(row.dueOn) },
    { key: "when", short: true, title: say(noticeWords.when), cell: (row) => moment(row.at) },
    {
      key: "actions",
      title: "",
      cell: (row) =>
        row.read ? null : (
          <Button size="small" onClick={() => read.mutate([row.id])}>
            {say(noticeWords.read)}
          </Button>
        ),
    },
  ];
  return (
    <PageView
      title={say(noticeWords.title)}
      state={count.data ? say(noticeWords.state, { count: waiting }) : null}
      action={
        <span className="actions">
          <AppLink to="/notices/settings">{say(noticeWords.settings)}</AppLink>
          {waiting > 0 ? (
            <Button loading={read.isPending} onClick={() => read.mutate(undefined)}>
              {say(noticeWords.readAll)}
            </Button>
          ) : null}
        </span>
      }
      filters={
        <Choice
          label={say(noticeWords.show)}
          value={unread ? "unread" : ""}
          onChange={(value) => change({ show: value })}
          options={[
            { value: "", label: say(noticeWords.all) },
            { value: "unread", label: say(noticeWords.unread) },
          ]}
        />
      }
    >
      <Loaded query={list}>
        {(rows) => (
          <DataTable
            caption={say(noticeWords.title)}
            rows={rows}
            rowKey={(row) => row.id}
            columns={columns}
            more={list.more}
            empty={<Empty title={say(noticeWords.empty)} hint={say(noticeWords.emptyHint)} />}
          />
        )}
      </Loaded>
    </PageView>
  );
}
