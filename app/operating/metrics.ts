/** Figures of this process as Prometheus reads them (O01): the only importer of `prom-client`. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
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
const gauge = (name: string, help: string, labelNames: string[] = []) =>
  new Gauge({ name, help, labelNames, registers: [registry] });
const streams = gauge('aurora50_streams', 'Open streams of this process.');
const silence = gauge('aurora50_listener_age_seconds', 'Since the listening connection was last heard.');
const connections = gauge('aurora50_connections', 'Connections to the database, by role and state.', ['role', 'state']);

export function measure({ method, route, status, ms }: Answered): void {
  durations.observe({ method, route }, ms / 1_000);
  answers.inc({ status: `${Math.floor(status / 100)}xx` });
}

export async function metricsText(live: LiveFigures): Promise<{ readonly text: string; readonly type: string }> {
  streams.set(live.streams);
  silence.set(live.silence / 1_000);
  for (const [role, states] of Object.entries(live.pools))
    for (const [state, count] of Object.entries(states)) connections.set({ role, state }, count);
  return { text: await registry.metrics(), type: registry.contentType };
}
