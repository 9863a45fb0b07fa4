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
import type { Left, Person, PersonalData } from '~/personal-data';
import * as play from '~/play/personal-data';
import * as presence from '~/presence/personal-data';
import * as salons from '~/salons/personal-data';
import * as privacy from './personal-data';
import { broughtRows } from './queries/brought';
import { together } from './rules/brought';

type Holder = {
  readonly exportFor: (tx: Tx, person: Person) => Promise<PersonalData>;
  readonly eraseFor: (tx: Tx, person: Person, left?: Left) => Promise<void>;
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

/**
 * P03: every row of hers, domain by domain: no more than one domain's is held in memory.
 * @param run a transaction of its own for each: no connection is lent for as long as a long copy takes
 */
export async function* exportAll(
  run: (work: (tx: Tx) => Promise<PersonalData>) => Promise<PersonalData>,
  person: Person,
): AsyncGenerator<PersonalData> {
  for (const holder of Object.values<Holder>(HOLDERS)) {
    yield await run(async (tx) => {
      const here = await holder.exportFor(tx, person);
      return together(here, await broughtRows(tx, person.id, Object.keys(here)));
    });
  }
}

/** Whose rows can live on another site, in the order of their keys. */
const IMPORTERS = [auth, salons, files, courses, mailer, notices, play, members] as const;

/** Writes of a copy what can live here. Its rows come from a file that anybody may have changed. */
export async function importAll(tx: Tx, person: Person, data: PersonalData): Promise<void> {
  for (const { importFor } of IMPORTERS) await importFor(tx, person, data);
}
