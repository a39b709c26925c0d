import { useQuery } from "@tanstack/react-query";
import { Channel, channelWords } from "#domains/promotion/contract/lead.ts";
import { BoardColumn } from "#domains/promotion/web/BoardColumn.tsx";
import { leads } from "#domains/promotion/web/promotion-client.ts";
import { promotionWebTexts as texts } from "#domains/promotion/web/promotion-texts.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { Choice } from "#ui/Choice.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView } from "#ui/Page.tsx";
import { SearchField } from "#ui/SearchField.tsx";
import { Loaded } from "#ui/StateViews.tsx";
import { useAddress } from "#ui/use-address.ts";
import { useViewer } from "#ui/viewer.tsx";
import "#domains/promotion/web/promotion.css";

/** Active leads by stage. Nothing is dragged: each card says what is missing for its next step, and opens to where it is done. */
export function Page() {
  const { say } = useWords();
  const { permissions } = useViewer();
  const [address, change] = useAddress();
  const channel = Channel.safeParse(address["channel"]).data;
  const filter = { q: address["q"], channel, mine: address["mine"] === "1" };
  const board = useQuery({ queryKey: ["board", filter], queryFn: () => leads.board(filter) });
  const active = board.data?.columns.reduce((all, column) => all + column.count, 0) ?? 0;
  const side = board.data?.side;
  return (
    <PageView
      title={say(texts.board)}
      state={
        board.data && side ? (
          <>
            {say(texts.boardState, { active, late: board.data.late, pooled: board.data.pooled, disputes: board.data.disputes })}{" "}
            <span className="quiet">
              {say(texts.side, { parked: side.PARKED, lost: side.LOST, rejected: side.REJECTED, joined: side.JOINED })}
            </span>
          </>
        ) : null
      }
      action={
        permissions.has("promotion.work") ? (
          <AppLink to="/promotion/leads/new" className="button-link">
            {say(texts.register)}
          </AppLink>
        ) : null
      }
      filters={
        <>
          <SearchField value={address["q"] ?? ""} onChange={(q) => change({ q })} />
          <Choice
            label={say(texts.whose)}
            value={address["mine"] ?? ""}
            onChange={(mine) => change({ mine })}
            options={[
              { value: "", label: say(texts.everybody) },
              { value: "1", label: say(texts.mine) },
            ]}
          />
          <Choice
            label={say(texts.channel)}
            value={channel ?? ""}
            onChange={(value) => change({ channel: value })}
            options={[
              { value: "", label: say(texts.all) },
              ...Channel.options.map((value) => ({ value, label: say(channelWords[value]) })),
            ]}
          />
        </>
      }
    >
      <Loaded query={board} rows={8}>
        {({ columns }) => (
          <section className="lead-board" aria-label={say(texts.board)}>
            {columns.map((column) => (
              <BoardColumn key={column.stage} column={column} />
            ))}
          </section>
        )}
      </Loaded>
    </PageView>
  );
}
