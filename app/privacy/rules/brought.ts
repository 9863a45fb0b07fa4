/**
 * What a member brings along from another Aurora50 (P03, U05). Rows that can live here live here; the others are kept as
 * they were, for her copy alone. Pure and synchronous.
 */
import { z } from 'zod';
import type { PersonalData } from '~/personal-data';

const row = z.record(z.string(), z.unknown());
export type Row = Readonly<z.infer<typeof row>>;
export type Tables = Readonly<Record<string, readonly Row[]>>;

const copy = z.object({
  format: z.literal('aurora50'),
  version: z.literal(1),
  tables: z.record(z.string(), z.array(row)),
});

/** The file for programs of a copy; null: it is none. */
export function parseCopy(text: string): Tables | null {
  try {
    return copy.safeParse(JSON.parse(text)).data?.tables ?? null;
  } catch {
    return null;
  }
}

const account = z.tuple([z.object({ email: z.email().max(254) })]);
const profile = z.tuple([z.object({ id: z.uuid() })]);

/** Whose copy it is; null: it says so nowhere, or twice. */
export function ownerIn(tables: Tables): { readonly id: string; readonly email: string } | null {
  const [one, two] = [profile.safeParse(tables['public.profiles']), account.safeParse(tables['auth.users'])];
  return one.success && two.success ? { id: one.data[0].id, email: two.data[0].email } : null;
}

/** A place in the team is given by each site itself. */
export function withoutRole(tables: Tables): Tables {
  const profiles = (tables['public.profiles'] ?? []).map((each) => ({ ...each, app_role: 'member' }));
  return { ...tables, 'public.profiles': profiles };
}

/** A row of the copy, and its place in its table. */
export type Brought = { readonly table: string; readonly place: number; readonly data: Row };

/** What this site does not say itself, with what it makes of her already. */
export function leftOver(tables: Tables, here: PersonalData): Brought[] {
  return Object.entries(tables).flatMap(([table, rows]) => {
    const known = new Map<string, number>();
    for (const each of here[table] ?? []) known.set(JSON.stringify(each), (known.get(JSON.stringify(each)) ?? 0) + 1);
    return rows.flatMap((data, place) => {
      const text = JSON.stringify(data);
      const times = known.get(text) ?? 0;
      if (times === 0) return [{ table, place, data }];
      known.set(text, times - 1);
      return [];
    });
  });
}

/** Rows of this site with those that were brought, each of these at its old place. @param brought in the order of places */
export async function* together(
  here: Iterable<unknown> | AsyncIterable<unknown>,
  brought: AsyncIterable<Pick<Brought, 'place' | 'data'>>,
): AsyncGenerator<unknown> {
  const own = Symbol.asyncIterator in here ? here[Symbol.asyncIterator]() : here[Symbol.iterator]();
  let count = 0;
  for await (const { place, data } of brought) {
    for (; count < place; count += 1) {
      const next = await own.next();
      if (next.done) break;
      yield next.value;
    }
    yield data;
    count += 1;
  }
  for (let next = await own.next(); !next.done; next = await own.next()) yield next.value;
}

/** For what must have all rows of a table at once. */
export async function collected<T>(rows: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const row of rows) all.push(row);
  return all;
}

/** Why rows of a table are in the copy and not in force here. */
export const WHY_KEPT: Readonly<Record<string, string>> = {
  'public.chat_messages': 'une conversation est à plusieurs, et les autres n’ont rien apporté',
  'public.message_mentions': 'ces messages ne sont pas sur ce site',
  'public.message_reactions': 'ces messages ne sont pas sur ce site',
  'public.salon_members': 'ces salons ne sont pas sur ce site',
  'public.salons': 'un salon de ce numéro est déjà sur ce site',
  'public.enrollments': 'ces cours ne sont pas sur ce site',
  'public.user_lesson_progress': 'ces leçons ne sont pas sur ce site',
  'public.lesson_notes': 'ces leçons ne sont pas sur ce site',
  lesson_dates: 'ces leçons ne sont pas sur ce site',
  'public.certificates': 'une attestation est signée par le site qui l’a donnée',
  'public.subscriptions': 'un abonnement se paie au site qui le donne',
  'public.trials': 'un essai vaut pour le site qui l’a donné',
  'public.invoices': 'une facture est celle du site qui l’a envoyée',
  'public.stripe_customers': 'un numéro de client est celui du site qui l’a donné',
  'public.pictures': 'son fichier ou son salon n’est pas venu',
  'auth.oauth_accounts': 'un compte se relie de nouveau, avec son mot de passe',
};
export const WHY_KEPT_ELSE = 'cela s’est passé sur l’autre site';
