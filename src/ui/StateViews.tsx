import { Button } from "antd";
import type { ReactNode } from "react";
import { useWords } from "#ui/language.tsx";
import { isRefusal, useErrorSentence } from "#ui/sentences.tsx";
import { uiTexts } from "#ui/ui-texts.ts";

type EmptyProps = { readonly title: string; readonly hint?: string; readonly action?: ReactNode };

/** Says what will be here and offers the first action. */
export function Empty({ title, hint, action }: EmptyProps) {
  return (
    <div className="state-view">
      <p className="state-title">{title}</p>
      {hint ? <p>{hint}</p> : null}
      {action}
    </div>
  );
}

export function Loading({ rows = 4 }: { readonly rows?: number }) {
  const { say } = useWords();
  return (
    <div className="loading" role="status">
      <span className="visually-hidden">{say(uiTexts.loading)}</span>
      {Array.from({ length: rows }, (_, place) => place).map((place) => (
        <div key={place} className="loading-line" style={{ width: `${92 - ((place * 17) % 40)}%` }} />
      ))}
    </div>
  );
}

export function NoPermission() {
  const { say } = useWords();
  return <Empty title={say(uiTexts.noPermission)} hint={say(uiTexts.noPermissionHint)} />;
}

type ErrorViewProps = { readonly error: unknown; readonly onRetry?: () => void };

export function ErrorView({ error, onRetry }: ErrorViewProps) {
  const { say } = useWords();
  const sentence = useErrorSentence();
  if (isRefusal(error) && error.kind === "forbidden") return <NoPermission />;
  return (
    <div className="state-view" role="alert">
      <p className="state-title">{say(uiTexts.failed)}</p>
      <p>{sentence(error)}</p>
      {onRetry ? <Button onClick={onRetry}>{say(uiTexts.retry)}</Button> : null}
    </div>
  );
}

type Loadable<Data> = {
  readonly data: Data | undefined;
  readonly error: unknown;
  readonly refetch: () => unknown;
};

type LoadedProps<Data> = { readonly query: Loadable<Data>; readonly rows?: number; readonly children: (data: Data) => ReactNode };

/** The three faces of a query: loading, failed, here. Data that is already here stays while it is refreshed. */
export function Loaded<Data>({ query, rows = 4, children }: LoadedProps<Data>) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error) return <ErrorView error={query.error} onRetry={() => void query.refetch()} />;
  return <Loading rows={rows} />;
}
