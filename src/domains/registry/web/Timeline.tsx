import { activityTexts, timelineTexts } from "#domains/registry/web/enterprise-texts.ts";
import { registry } from "#domains/registry/web/registry-client.ts";
import { subjectAddress } from "#domains/registry/web/subject-address.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { Choice } from "#ui/Choice.tsx";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";
import { StateChip } from "#ui/StateChip.tsx";
import { Empty, Loaded } from "#ui/StateViews.tsx";
import { uiTexts } from "#ui/ui-texts.ts";
import { useAddress } from "#ui/use-address.ts";
import { usePages } from "#ui/use-pages.ts";

/** Everything that the zone did with an enterprise, whichever domain did it, the newest first. */
export function Timeline({ enterpriseId }: { readonly enterpriseId: string }) {
  const { say } = useWords();
  const [address, change] = useAddress();
  const kind = address["kind"] || undefined;
  const lines = usePages(["enterprise", enterpriseId, "timeline", kind], (cursor) =>
    registry.enterpriseTimeline({ id: enterpriseId, kind, cursor, limit: 50 }),
  );
  const wordOf = (one: string) => (activityTexts[one] === undefined ? one : say(activityTexts[one]));
  const kinds = [...new Set([...Object.keys(activityTexts), ...(kind === undefined ? [] : [kind])])];
  return (
    <Section
      title={say(timelineTexts.title)}
      aside={
        <Choice
          label={say(timelineTexts.kind)}
          value={kind ?? ""}
          onChange={(value) => change({ kind: value })}
          options={[{ value: "", label: say(uiTexts.all) }, ...kinds.map((value) => ({ value, label: wordOf(value) }))]}
        />
      }
    >
      <Loaded query={lines} rows={6}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title={kind ? say(uiTexts.noMatch) : say(timelineTexts.empty)} hint={say(timelineTexts.emptyHint)} />
          ) : (
            <ol className="activities">
              {rows.map((row) => (
                <li key={row.id}>
                  <time dateTime={row.on}>{row.on}</time>
                  <span>
                    <StateChip>{wordOf(row.kind)}</StateChip>
                  </span>
                  <span>
                    <Summary text={row.summary} address={subjectAddress(row.subject)} /> <span className="quiet">{row.by}</span>
                  </span>
                </li>
              ))}
            </ol>
          )
        }
      </Loaded>
      {lines.more ? (
        <p className="section-body">
          <button type="button" className="text-button" onClick={lines.more}>
            {say(uiTexts.more)}
          </button>
        </p>
      ) : null}
    </Section>
  );
}

/** A line whose record has a page leads to it. */
const Summary = ({ text, address }: { readonly text: string; readonly address: string | undefined }) =>
  address === undefined ? text : <AppLink to={address}>{text}</AppLink>;
