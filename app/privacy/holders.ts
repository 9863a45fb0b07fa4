/** Every domain that stores something of a person, in the order of an erasure: whoever refers to a row comes before it. */
import * as admin from '~/admin/personal-data';
import * as auth from '~/auth/personal-data';
import * as billing from '~/billing/personal-data';
import * as certificates from '~/certificates/personal-data';
import * as chat from '~/chat/personal-data';
import * as courses from '~/courses/personal-data';
import type { Tx } from '~/db';
import * as files from '~/files/personal-data';
import * as mailer from '~/mailer/personal-data';
import * as members from '~/members/personal-data';
import * as moderation from '~/moderation/personal-data';
import * as notices from '~/notices/personal-data';
import type { Left, PartRow, Person, PersonalData } from '~/personal-data';
import * as play from '~/play/personal-data';
import * as presence from '~/presence/personal-data';
import * as salons from '~/salons/personal-data';
import * as privacy from './personal-data';
import { broughtAfter } from './queries/brought';
import { together } from './rules/brought';

/** @param after the place of the last row of the part before; '' at first. No rows: there are no more */
type PartReader = (tx: Tx, person: Person, after: string) => Promise<readonly PartRow[]>;

type Holder = {
  readonly exportFor: (tx: Tx, person: Person) => Promise<PersonalData>;
  readonly eraseFor: (tx: Tx, person: Person, left?: Left) => Promise<void>;
  /** By table, those of which somebody has more and more: `exportFor` leaves them out. */
  readonly growing?: Readonly<Record<string, PartReader>>;
};

export const HOLDERS = {
  presence,
  chat,
  salons,
  courses,
  certificates,
  billing,
  mailer,
  admin,
  files,
  moderation,
  play,
  notices,
  privacy,
  members,
  auth,
} as const satisfies Readonly<Record<string, Holder>>;

/** G11, P02: every row of hers, in one transaction. */
export async function eraseAll(tx: Tx, person: Person, left: Left): Promise<void> {
  for (const holder of Object.values<Holder>(HOLDERS)) await holder.eraseFor(tx, person, left);
}

/** Before that, what one transaction would be too long for: a part at a time. @returns whether anything was left to do */
export const erasePart = chat.erasePart;

/** Rows of one table, read anew each time that they are asked for. */
export type Table = { readonly name: string; readonly rows: () => AsyncIterable<unknown> };

/** Runs each part in a transaction of its own: no connection is lent for as long as a long copy takes. */
export type Run = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;

/** P03: every row of hers, table by table. What grows with use is held a part at a time, however much there is. */
export async function* exportAll(run: Run, person: Person): AsyncGenerator<Table> {
  for (const { exportFor, growing = {} } of Object.values<Holder>(HOLDERS)) {
    const small = await run((tx) => exportFor(tx, person));
    for (const [name, rows] of Object.entries(small)) yield withBrought(run, person, name, () => rows);
    for (const [name, read] of Object.entries(growing))
      yield withBrought(run, person, name, () => partByPart(run, (tx, after) => read(tx, person, after)));
  }
}

/** With what she has brought from another site. */
function withBrought(run: Run, { id }: Person, name: string, rows: () => Iterable<unknown> | AsyncIterable<unknown>) {
  const brought = () => partByPart(run, (tx, after) => broughtAfter(tx, id, name, after));
  return { name, rows: () => together(rows(), brought()) };
}

async function* partByPart<T>(
  run: Run,
  read: (tx: Tx, after: string) => Promise<readonly { readonly at: string; readonly data: T }[]>,
): AsyncGenerator<T> {
  for (let after = ''; ; ) {
    const part = await run((tx) => read(tx, after));
    for (const { data } of part) yield data;
    const last = part.at(-1);
    if (!last) return;
    after = last.at;
  }
}

/** Whose rows can live on another site, in the order of their keys. */
const IMPORTERS = [auth, salons, files, courses, mailer, notices, play, members] as const;

/** Writes of a copy what can live here. Its rows come from a file that anybody may have changed. */
export async function importAll(tx: Tx, person: Person, data: PersonalData): Promise<void> {
  for (const { importFor } of IMPORTERS) await importFor(tx, person, data);
}
