/** The same pages and posts by a textbook Express program, and the room by a hydrated React Router page. */
import { href } from '~/urls';
import { getRequest, postRequest } from '../connection';
import { type Costed, costed } from '../cost';
import { type Load, load } from '../load';
import { median, pairs } from '../rounds';
import { type Served, serveExpress, serveReactRouter } from '../server';
import { kilobytes, ms, type Row, whole } from '../table';
import type { Bench } from './bench';

export type Pairs<T> = readonly (readonly [T, T])[];

/** Their medians, and the median of the ratios of the rounds that stood beside each other. */
export function beside<T>(
  what: string,
  rounds: Pairs<T>,
  of: (round: T) => number,
  show: (value: number) => string,
  goal = '',
): Row {
  return {
    what,
    ours: show(median(rounds.map(([ours]) => of(ours)))),
    floor: show(median(rounds.map(([, theirs]) => of(theirs)))),
    ratio: `${median(rounds.map(([ours, theirs]) => of(ours) / of(theirs))).toFixed(2)}×`,
    goal,
  };
}

type Work = Pick<Load, 'connections' | 'status'> & { readonly requests: readonly Buffer[] };

export async function peerPages(bench: Bench): Promise<Row[]> {
  const { site, server, quick } = bench;
  const seconds = quick ? 1 : 3;
  const room = href('salon', { salon: site.salonId });
  const asked = (path: string) => site.members.map(({ cookie }) => getRequest(path, { Cookie: cookie }));
  const posted = ({ origin }: Served) =>
    site.members.slice(0, 16).map(({ cookie }) => {
      const headers = { Cookie: cookie, Origin: origin, 'X-Aurora': 'fragment' };
      const form = { texte: 'Bonjour à tous, quel beau matin.' };
      return postRequest(href('messages', { salon: site.salonId }), form, headers);
    });
  const round = (served: Served, { requests, connections, status }: Work) => {
    const request = (n: number) => requests[n % requests.length] ?? Buffer.alloc(0);
    return costed(served.pid, () => load({ port: served.port, connections, seconds, request, status }));
  };
  const against = async (peer: Served, work: (served: Served) => Work) => {
    const [ours, theirs] = [() => round(server, work(server)), () => round(peer, work(peer))];
    await ours();
    await theirs();
    return pairs(ours, theirs);
  };
  const page =
    (path: string, connections = 10) =>
    (): Work => ({ requests: asked(path), connections });

  const express = await serveExpress(site.url);
  const rows = await (async () => [
    ...pageRows('room page, 10 connections; Express', await against(express, page(room)), '≥ 1.5×', '≤ 1×'),
    ...pageRows('room page, 50 connections; Express', await against(express, page(room, 50)), '', '≤ 1×'),
    ...pageRows('salon list, 10 connections; Express', await against(express, page(href('salons'))), '≥ 1×', ''),
    ...pageRows(
      'messages accepted, 16 posters; Express',
      await against(express, (served) => ({ requests: posted(served), connections: 16, status: 204 })),
      '≥ 1.5×',
      '',
    ),
  ])().finally(express.stop);
  const reactRouter = await serveReactRouter(site.url);
  const hydrated = await against(reactRouter, page(room)).finally(reactRouter.stop);
  return [...rows, ...pageRows('room page, 10 connections; React Router', hydrated, '≥ 6×', '')];
}

function pageRows(what: string, rounds: Pairs<Costed>, goal: string, slowest: string): Row[] {
  return [
    beside(
      what,
      rounds,
      (each) => each.perSecond,
      (value) => `${whole(value)}/s`,
      goal,
    ),
    beside(`${what}: p99`, rounds, (each) => each.p99, ms, slowest),
    beside(
      `${what}: processor time an answer`,
      rounds,
      (each) => each.processor,
      (value) => `${value.toFixed(2)} ms`,
    ),
    beside(`${what}: bytes`, rounds, (each) => each.bytes, kilobytes),
  ];
}
