import { useState } from "react";
import { CloseResolution } from "#domains/projects/web/dispatch/CloseResolution.tsx";
import { closingAddress, dispatch, projectAddress } from "#domains/projects/web/dispatch/dispatch-client.ts";
import { resolutionTexts } from "#domains/projects/web/dispatch/dispatch-web-texts.ts";
import { ExtendResolution } from "#domains/projects/web/dispatch/ExtendResolution.tsx";
import { ReasonForm } from "#domains/projects/web/dispatch/ReasonForm.tsx";
import { type Resolution, ResolutionState } from "#domains/projects/web/dispatch/ResolutionState.tsx";
import { AbilityButton } from "#ui/AbilityButton.tsx";
import { AppLink } from "#ui/AppLink.tsx";
import { Drawer } from "#ui/Drawer.tsx";
import { useWords } from "#ui/language.tsx";
import { useTimes } from "#ui/use-times.ts";

type ResolutionDrawerProps = { readonly resolution: Resolution | undefined; readonly onClose: () => void };

/** One resolution: where it comes from, how often it was extended and why, what proves that it is done. */
export function ResolutionDrawer({ resolution, onClose }: ResolutionDrawerProps) {
  const [asking, setAsking] = useState<"close" | "extend" | "cancel">();
  const { say } = useWords();
  if (resolution === undefined) return null;
  const done = () => {
    setAsking(undefined);
    onClose();
  };
  const back = () => setAsking(undefined);
  if (asking === "close") return <CloseResolution resolution={resolution} onDone={done} onClose={back} />;
  if (asking === "extend") return <ExtendResolution resolution={resolution} onDone={done} onClose={back} />;
  if (asking === "cancel")
    return (
      <ReasonForm
        danger
        title={say(resolutionTexts.cancel)}
        submit={say(resolutionTexts.cancel)}
        subject={resolution.text}
        run={(reason) => dispatch.cancelResolution({ resolutionId: resolution.id, version: resolution.version, reason })}
        onClose={done}
      />
    );
  return (
    <Drawer
      open
      onClose={onClose}
      title={`${resolution.code} ${say(resolutionTexts.text)}`}
      footer={
        resolution.state === "OPEN" ? (
          <>
            <AbilityButton ability={resolution.abilities["cancel"]} onClick={() => setAsking("cancel")}>
              {say(resolutionTexts.cancel)}
            </AbilityButton>
            <AbilityButton ability={resolution.abilities["extend"]} onClick={() => setAsking("extend")}>
              {say(resolutionTexts.extend)}
            </AbilityButton>
            <AbilityButton type="primary" ability={resolution.abilities["close"]} onClick={() => setAsking("close")}>
              {say(resolutionTexts.close)}
            </AbilityButton>
          </>
        ) : null
      }
    >
      <ResolutionFacts resolution={resolution} />
    </Drawer>
  );
}

function ResolutionFacts({ resolution }: { readonly resolution: Resolution }) {
  const { say } = useWords();
  const { day } = useTimes();
  return (
    <>
      <p>
        <strong>{resolution.text}</strong>
      </p>
      <dl className="facts">
        <dt>{say(resolutionTexts.state)}</dt>
        <dd>
          <ResolutionState resolution={resolution} />
        </dd>
        <dt>{say(resolutionTexts.owner)}</dt>
        <dd>{[resolution.owner.name, resolution.department].filter((part) => part !== null).join(" · ")}</dd>
        <dt>{say(resolutionTexts.due)}</dt>
        <dd>{day(resolution.dueOn)}</dd>
        <dt>{say(resolutionTexts.from)}</dt>
        <dd>
          <AppLink to={`/dispatch/${resolution.meetingId}`}>{say(resolutionTexts.meeting, { day: day(resolution.heldOn) })}</AppLink>
          <span className="under">
            {resolution.project === null ? (
              resolution.item
            ) : (
              <AppLink to={projectAddress(resolution.project.id)}>{resolution.project.name}</AppLink>
            )}
          </span>
        </dd>
        {resolution.closing === null ? null : (
          <>
            <dt>{say(resolutionTexts.closing)}</dt>
            <dd>
              {resolution.closing}
              <span className="quiet under">
                {resolution.closedBy} {day(resolution.closedOn)}
              </span>
              {resolution.closingFile === null ? null : (
                <a href={closingAddress(resolution.id)} download>
                  {resolution.closingFile}
                </a>
              )}
            </dd>
          </>
        )}
      </dl>
      {resolution.extensions.length === 0 ? null : (
        <>
          <h3>{say(resolutionTexts.extensions)}</h3>
          <ol className="list list-plain">
            {resolution.extensions.map((one) => (
              <li key={one.to}>{say(resolutionTexts.extension, one)}</li>
            ))}
          </ol>
        </>
      )}
    </>
  );
}
