type SparklineProps = {
  readonly values: readonly (number | null)[];
  readonly label: string;
  readonly width?: number;
  readonly height?: number;
};

/** A line without axes for the last periods; gaps stay gaps. The exact figures stand in the table of the page. */
export function Sparkline({ values, label, width = 120, height = 28 }: SparklineProps) {
  const known = values.filter((value): value is number => value !== null);
  if (known.length < 2) return null;
  const low = Math.min(...known);
  const span = Math.max(...known) - low || 1;
  const place = (value: number, index: number) => ({
    x: 2 + (index * (width - 6)) / (values.length - 1),
    y: 3 + (1 - (value - low) / span) * (height - 6),
  });
  const path = values.reduce((drawn, value, index) => {
    if (value === null) return drawn;
    const { x, y } = place(value, index);
    const start = index === 0 || values[index - 1] === null;
    return `${drawn}${start ? "M" : "L"}${x.toFixed(1)} ${y.toFixed(1)}`;
  }, "");
  const last = values.findLastIndex((value) => value !== null);
  const end = place(values[last] ?? 0, last);
  return (
    <svg className="sparkline" viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-label={label}>
      <path d={path} fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinejoin="round" />
      <circle cx={end.x} cy={end.y} r="2.2" fill="currentColor" />
    </svg>
  );
}
