import type { Project } from "#domains/projects/web/ProjectTabs.tsx";
import { courseTexts } from "#domains/projects/web/project-page-texts.ts";
import { timelineOf } from "#domains/projects/web/timeline-of.ts";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";

/** Everything that happened to the project, newest first. */
export function ProjectTimeline({ project }: { readonly project: Project }) {
  const { say } = useWords();
  return (
    <Section title={say(courseTexts.timeline)}>
      <ol className="events">
        {timelineOf(project).map((event) => (
          <li key={event.key}>
            <span className="quiet">{event.on}</span>
            <span>
              {say(
                event.text,
                Object.fromEntries(
                  Object.entries(event.params).map(([name, value]) => [name, typeof value === "string" ? value : say(value)]),
                ),
              )}
              {event.note ? <span className="under">{event.note}</span> : null}
              {event.by ? <span className="under quiet">{event.by}</span> : null}
            </span>
          </li>
        ))}
      </ol>
    </Section>
  );
}
