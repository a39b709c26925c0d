import type { Environment } from "#apps/runtime.ts";

/** Spans of requests and jobs for an OpenTelemetry collector; their attributes are those of the log. */
export type Traces = {
  begin(key: object, name: string, headers: Readonly<Record<string, unknown>>): void;
  end(key: object, told: { readonly outcome: string; readonly status?: number; readonly zone?: string | undefined }): void;
  close(): Promise<void>;
};

/**
 * Only where OTEL_EXPORTER_OTLP_ENDPOINT is set; otherwise nothing of it is loaded. The exporter reads the other OTEL_EXPORTER_OTLP_…
 * variables itself; OTEL_SERVICE_NAME names the service.
 */
export async function openTraces(environment: Environment): Promise<Traces | undefined> {
  if (!environment["OTEL_EXPORTER_OTLP_ENDPOINT"]) return undefined;
  const [
    { context, SpanKind, SpanStatusCode, TraceFlags, trace },
    { BasicTracerProvider, BatchSpanProcessor },
    { OTLPTraceExporter },
    { resourceFromAttributes },
    { parseTraceParent },
  ] = await Promise.all([
    import("@opentelemetry/api"),
    import("@opentelemetry/sdk-trace-base"),
    import("@opentelemetry/exporter-trace-otlp-http"),
    import("@opentelemetry/resources"),
    import("@opentelemetry/core"),
  ]);
  const provider = new BasicTracerProvider({
    resource: resourceFromAttributes({ "service.name": environment["OTEL_SERVICE_NAME"] ?? "yuanshu" }),
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter())],
  });
  const tracer = provider.getTracer("yuanshu");
  const open = new WeakMap<object, ReturnType<typeof tracer.startSpan>>();
  return {
    begin: (key, name, headers) => {
      const given = typeof headers["traceparent"] === "string" ? parseTraceParent(headers["traceparent"]) : null;
      const parent = given
        ? trace.setSpanContext(context.active(), { ...given, isRemote: true, traceFlags: given.traceFlags ?? TraceFlags.SAMPLED })
        : context.active();
      open.set(key, tracer.startSpan(name, { kind: SpanKind.SERVER }, parent));
    },
    end: (key, { outcome, status, zone }) => {
      const span = open.get(key);
      if (!span) return;
      span.setAttribute("yuanshu.outcome", outcome);
      if (status !== undefined) span.setAttribute("http.response.status_code", status);
      if (zone !== undefined) span.setAttribute("yuanshu.zone", zone);
      if (outcome === "bug" || outcome === "unavailable") span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    },
    close: () => provider.shutdown(),
  };
}
