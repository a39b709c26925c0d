import { wallTexts } from "#domains/projects/web/wall-texts.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { useWords } from "#ui/language.tsx";
import { Empty } from "#ui/StateViews.tsx";
import { useAddress } from "#ui/use-address.ts";
import { useViewer } from "#ui/viewer.tsx";

/** Where one goes from the wall. */
export function WallActions() {
  const { say } = useWords();
  const { permissions } = useViewer();
  const [, change] = useAddress();
  return (
    <>
      <button type="button" className="button-link button-link-plain wide-only" onClick={() => change({ wall: "1" })}>
        {say(wallTexts.display)}
      </button>
      <AppLink to="/projects/lists" className="button-link button-link-plain">
        {say(wallTexts.lists)}
      </AppLink>
      {permissions.has("projects.register") ? (
        <AppLink to="/projects/register" className="button-link">
          {say(wallTexts.register)}
        </AppLink>
      ) : null}
    </>
  );
}

/** The picture, and its twin in rows. */
export function WallViews() {
  const { say } = useWords();
  const [address, change] = useAddress();
  const table = address["view"] === "table";
  return (
    <div className="switch" role="radiogroup" aria-label={say(wallTexts.views)}>
      {(["wall", "table"] as const).map((view) => (
        <label key={view} className={(view === "table") === table ? "switch-here" : undefined}>
          <input
            type="radio"
            className="visually-hidden"
            name="wall-view"
            checked={(view === "table") === table}
            onChange={() => change({ view: view === "table" ? "table" : undefined })}
          />
          {say(wallTexts[view])}
        </label>
      ))}
    </div>
  );
}

export function WallEmpty() {
  const { say } = useWords();
  const { permissions } = useViewer();
  return (
    <Empty
      title={say(wallTexts.empty)}
      hint={say(wallTexts.emptyHint)}
      action={
        permissions.has("projects.register") ? (
          <p className="actions">
            <AppLink to="/projects/register" className="button-link">
              {say(wallTexts.register)}
            </AppLink>
            <AppLink to="/projects/import" className="button-link button-link-plain">
              {say(wallTexts.import)}
            </AppLink>
          </p>
        ) : null
      }
    />
  );
}
