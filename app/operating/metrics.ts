/** Figures as Prometheus reads them (O01): the only importer of `prom-client`. */
import { AggregatorRegistry, Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Answered } from './recorder';
import { LIMITS, type LiveFigures } from './rules/figures';

const registry = new Registry();
collectDefaultMetrics({ register: registry });
const durations = new Histogram({
  name: 'aurora50_http_duration_seconds',
  help: 'How long answers took, by route.',
  labelNames: ['method', 'route'],
  buckets: LIMITS.map((ms) => ms / 1_000),
  registers: [registry],
});
const answers = new Counter({
  name: 'aurora50_http_answers_total',
  help: 'Answers by the first digit of their status.',
  labelNames: ['status'],
  registers: [registry],
});
const gauge = (
  name: string,
  help: string,
  more: { readonly labelNames?: string[]; readonly aggregator?: 'max' } = {},
) => new Gauge({ name, help, ...more, registers: [registry] });
gauge('aurora50_processes', 'Processes at this port whose figures these are.').set(1);
const streams = gauge('aurora50_streams', 'Open streams.');
const silence = gauge('aurora50_listener_age_seconds', 'Since the listening connection was last heard.', {
  aggregator: 'max',
});
const connections = gauge('aurora50_connections', 'Connections to the database, by role and state.', {
  labelNames: ['role', 'state'],
});

export function measure({ method, route, status, ms }: Answered): void {
  durations.observe({ method, route }, ms / 1_000);
  answers.inc({ status: `${Math.floor(status / 100)}xx` });
}

export type Figures = Awaited<ReturnType<Registry['getMetricsAsJSON']>>;

export function figuresOf(live: LiveFigures): Promise<Figures> {
  streams.set(live.streams);
  silence.set(live.silence / 1_000);
  for (const [role, states] of Object.entries(live.pools))
    for (const [state, count] of Object.entries(states)) connections.set({ role, state }, count);
  return registry.getMetricsAsJSON();
}

/** @param all of each process: what counts is summed, and the longest silence is shown */
export async function metricsText(all: readonly Figures[]): Promise<{ readonly text: string; readonly type: string }> {
  const together = AggregatorRegistry.aggregate([...all]);
  return { text: await together.metrics(), type: together.contentType };
}
