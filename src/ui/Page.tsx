import { type ReactNode, useEffect } from "react";

type PageProps = {
  readonly title: string;
  /** One sentence that says how things stand. */
  readonly state?: ReactNode;
  /** The one thing to do here; stands at the right. */
  readonly action?: ReactNode;
  readonly filters?: ReactNode;
  readonly back?: ReactNode;
  readonly children: ReactNode;
};

export function Page({ title, state, action, filters, back, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · 园枢`;
  }, [title]);
  return (
    <div className="page">
      {back ? <div className="page-back">{back}</div> : null}
      <header className="page-head">
        <div>
          <h1>{title}</h1>
          {state ? (
            <p className="page-state" aria-live="polite">
              {state}
            </p>
          ) : null}
        </div>
        {action ? <div className="page-action">{action}</div> : null}
      </header>
      {filters ? <div className="page-filters">{filters}</div> : null}
      {children}
    </div>
  );
}

type SectionProps = { readonly title: string; readonly aside?: ReactNode; readonly children: ReactNode };

export function Section({ title, aside, children }: SectionProps) {
  return (
    <section className="section" aria-label={title}>
      <header className="section-head">
        <h2>{title}</h2>
        {aside ? <div className="section-aside">{aside}</div> : null}
      </header>
      {children}
    </section>
  );
}
