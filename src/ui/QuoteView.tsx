type QuoteViewProps = { readonly before?: string; readonly quote: string; readonly after?: string };

/** The source's own words with a little of what stands around them. */
export function QuoteView({ before = "", quote, after = "" }: QuoteViewProps) {
  return (
    <blockquote className="quote" lang="zh-CN">
      {before === "" ? null : <span className="quiet">…{before}</span>}
      <mark>{quote}</mark>
      {after === "" ? null : <span className="quiet">{after}…</span>}
    </blockquote>
  );
}
