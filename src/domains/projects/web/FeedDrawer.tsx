import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useId, useState } from "react";
import { calendarTexts } from "#domains/projects/web/course-texts.ts";
import { feeds } from "#domains/projects/web/projects-client.ts";
import { ConfirmButton } from "#ui/ConfirmButton.tsx";
import { Drawer } from "#ui/Drawer.tsx";
import { useWords } from "#ui/language.tsx";
import { Loaded } from "#ui/StateViews.tsx";
import { useErrorSentence } from "#ui/sentences.tsx";
import { useCommand } from "#ui/use-command.ts";
import { useTimes } from "#ui/use-times.ts";

/** A personal address for the calendar of a phone: made, shown once, ended. */
export function FeedDrawer({ onClose }: { readonly onClose: () => void }) {
  const { say } = useWords();
  const { moment } = useTimes();
  const sentence = useErrorSentence();
  const id = useId();
  const [address, setAddress] = useState<string>();
  const [copied, setCopied] = useState(false);
  const state = useQuery({ queryKey: ["calendar-feed"], queryFn: () => feeds.myCalendarFeed({}) });
  const make = useCommand(
    () => feeds.createCalendarFeed({}),
    ["calendar-feed"],
    ({ path }) => {
      setAddress(`${window.location.origin}${path}`);
      setCopied(false);
    },
  );
  const end = useCommand(
    () => feeds.revokeCalendarFeed({}),
    ["calendar-feed"],
    () => setAddress(undefined),
  );
  const copy = async () => {
    await navigator.clipboard.writeText(address ?? "");
    setCopied(true);
  };
  const error = make.error ?? end.error;
  return (
    <Drawer open onClose={onClose} title={say(calendarTexts.feedTitle)}>
      <p>{say(calendarTexts.feedWhat)}</p>
      <Loaded query={state} rows={2}>
        {({ createdAt }) => (
          <>
            {address ? (
              <div className="field">
                <label htmlFor={id}>{say(calendarTexts.feedAddress)}</label>
                <div className="feed-address">
                  <input id={id} className="input" readOnly value={address} onFocus={(event) => event.target.select()} />
                  <Button onClick={() => void copy()}>{say(copied ? calendarTexts.feedCopied : calendarTexts.feedCopy)}</Button>
                </div>
              </div>
            ) : (
              <p className="quiet">
                {createdAt === null ? say(calendarTexts.feedNone) : say(calendarTexts.feedSince, { at: moment(createdAt) })}
              </p>
            )}
            <div className="actions">
              <Button type={address ? "default" : "primary"} loading={make.isPending} onClick={() => make.mutate(undefined)}>
                {say(createdAt === null ? calendarTexts.feedMake : calendarTexts.feedAgain)}
              </Button>
              {createdAt === null ? null : (
                <ConfirmButton
                  text={say(calendarTexts.feedEnd)}
                  question={say(calendarTexts.feedEndAsk)}
                  busy={end.isPending}
                  onConfirm={() => end.mutate(undefined)}
                />
              )}
            </div>
          </>
        )}
      </Loaded>
      {error ? (
        <p className="problems" role="alert">
          {sentence(error)}
        </p>
      ) : null}
    </Drawer>
  );
}
