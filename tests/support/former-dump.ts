/** A dump as pg_dump writes it of the former backend, with the flaws that such a database has. */
import { invitationTable, learningTables, playTables } from './former-learning';
import { at, id, type Table } from './former-rows';

const cell = (value: string | number | boolean | null) =>
  value === null
    ? '\\N'
    : value === true
      ? 't'
      : value === false
        ? 'f'
        : String(value).replace(/\\/g, '\\\\').replace(/\n/g, '\\n').replace(/\t/g, '\\t');

const STORED = 'https://abc.supabase.co/storage/v1/object/public';

/** Whole, heavy, no picture at all, missing, leading out of the folder, and of another site. */
function picturesOf(n: number): (string | null)[] {
  const names = ['marie.jpg', 'lourde.jpg', 'texte.png', 'absente.png', '../../../secret.jpg', ''];
  const name = names[n - 1];
  if (name === undefined) return [null, null];
  if (name === '') return ['https://lh3.googleusercontent.com/a/photo', null];
  return [`${STORED}/avatars/${n}/${name}?t=1`, n === 1 ? 'covers/1/mer.webp' : null];
}

/** Members 1 … n; every 7th unconfirmed, every 10th with a paid plan. Salon 0 has lost its owner. */
export function formerTables(members: number, messages: number, hash: string): Table[] {
  const people = Array.from({ length: members }, (_, n) => n + 1);
  const salonOf = (n: number) => id('salon', n % 5);
  return [
    {
      name: 'auth.users',
      columns: ['id', 'email', 'encrypted_password', 'email_confirmed_at', 'created_at', 'deleted_at'],
      rows: [
        ...people.map((n) => [id('user', n), `Membre${n}@Exemple.fr`, hash, n % 7 === 0 ? null : at(n), at(n), null]),
        [id('user', 9_001), 'membre1@exemple.fr', hash, at(1), at(1), null],
        [id('user', 9_002), null, null, null, at(1), null],
        [id('user', 9_003), 'parti@exemple.fr', hash, at(1), at(1), at(2)],
      ],
    },
    {
      name: 'auth.identities',
      columns: ['id', 'user_id', 'provider', 'provider_id', 'email'],
      rows: [
        [id('identity', 1), id('user', 1), 'google', '1234567890', 'membre1@gmail.com'],
        [id('identity', 2), id('user', 2), 'email', id('user', 2), 'membre2@exemple.fr'],
        [id('identity', 3), id('user', 9_999), 'github', '42', 'personne@exemple.fr'],
      ],
    },
    {
      name: 'public.profiles',
      columns: [
        'id',
        'full_name',
        'bio',
        'city',
        'interests',
        'onboarding_completed',
        'subscription_type',
        'stripe_customer_id',
        'auto_offline_after',
        'last_activity',
        'avatar_url',
        'cover_url',
      ],
      rows: [
        ...people.map((n) => [
          ...[
            id('user', n),
            `Membre ${n}`,
            'Première ligne\nDeuxième\tligne \\ fin',
            'Lyon',
            '{jardin,"longues marches"}',
            true,
          ],
          ...[n % 10 === 0 ? 'premium' : 'freemium', n % 10 === 0 ? `cus_${n}` : null, 300, at(n)],
          ...picturesOf(n),
        ]),
        [id('user', 9_999), 'Orpheline', null, null, '{}', false, 'freemium', null, 300, null, null, null],
      ],
    },
    {
      name: 'public.salons',
      columns: [
        'id',
        'name',
        'description',
        'category',
        'city',
        'color_theme',
        'owner_id',
        'share_code',
        'is_active',
        'created_at',
        'avatar_url',
      ],
      rows: [
        ...[0, 1, 2, 3, 4].map((n) => [
          ...[id('salon', n), `Salon numéro ${n}`, null, n === 1 ? 'Jardinage' : 'jardin', null, '#8B5CF6'],
          ...[n === 0 ? id('user', 9_999) : id('user', n), n === 2 ? 'code-0OI1' : `ABCDE${n + 2}`, true, at(n)],
          n === 1 ? `${STORED}/salon-avatars/jardin.png` : null,
        ]),
        [id('salon', 77), 'Vide', null, null, null, null, null, 'VVVVVV', true, at(1), null],
      ],
    },
    {
      name: 'public.salon_members',
      columns: ['salon_id', 'user_id', 'role', 'joined_at', 'last_seen_at', 'notifications_enabled'],
      rows: [
        ...people.map((n) => [
          salonOf(n),
          id('user', n),
          n % 5 === n ? 'owner' : 'member',
          at(n),
          at(n + 1),
          n % 2 === 0,
        ]),
        [salonOf(5), id('user', 5), 'member', at(5), null, true],
        [id('salon', 99), id('user', 1), 'member', at(1), null, true],
      ],
    },
    {
      name: 'public.chat_messages',
      columns: ['id', 'content', 'user_id', 'salon_id', 'reply_to_id', 'is_deleted', 'deleted_at', 'created_at'],
      rows: [
        ...Array.from({ length: messages }, (_, n) => [
          ...[
            n + 1,
            `Mot ${n + 1} : c'est l'été; « ça va ? »`,
            id('user', 1 + (n % members)),
            n % 50 === 49 ? null : salonOf(n),
          ],
          ...[n % 9 === 8 && n > 5 ? n - 4 : null, n % 20 === 19, n % 20 === 19 ? at(n) : null, at(n)],
        ]),
        [1, 'doublé', id('user', 1), salonOf(0), null, false, null, at(1)],
        [messages + 1, 'réponse à rien', id('user', 1), salonOf(1), 999_999, false, null, at(1)],
        [messages + 2, 'sans auteur', id('user', 9_999), salonOf(1), null, false, null, at(1)],
        [messages + 3, 'salon perdu', id('user', 1), id('salon', 99), null, false, null, at(1)],
        [messages + 4, 'x'.repeat(4_001), id('user', 1), salonOf(1), null, false, null, at(1)],
      ],
    },
    {
      name: 'public.message_reactions',
      columns: ['id', 'message_id', 'user_id', 'emoji', 'created_at'],
      rows: [
        [1, 1, id('user', 2), '❤️', at(1)],
        [2, 1, id('user', 2), '❤️', at(1)],
        [3, 2, id('user', 2), '🦄', at(1)],
        [4, 999_999, id('user', 2), '👍', at(1)],
      ],
    },
    invitationTable(salonOf(1)),
    ...learningTables(members),
    ...playTables(members),
    { name: 'public.email_verifications', columns: ['user_id', 'token'], rows: [[id('user', 1), 'jeton']] },
  ];
}

const HEAD = `-- PostgreSQL database dump
\\restrict abc
SET client_encoding = 'UTF8';
SELECT pg_catalog.set_config('search_path', '', false);
CREATE FUNCTION public.handle_new_user() RETURNS trigger LANGUAGE plpgsql AS $$
begin
  update public.profiles set full_name = 'x; y'; -- never run
  return new;
end
$$;
ALTER TABLE public.profiles ENABLE ROW LEVEL SECURITY;
`;

export function asCopy(tables: readonly Table[]): string {
  const parts = tables.map(
    ({ name, columns, rows }) =>
      `COPY ${name} (${columns.join(', ')}) FROM stdin;\n${rows.map((row) => `${row.map(cell).join('\t')}\n`).join('')}\\.\n`,
  );
  return `${HEAD}${parts.join('\n')}\nSELECT pg_catalog.setval('public.x', 12, true);\n\\unrestrict abc\n`;
}

export function asInserts(tables: readonly Table[]): string {
  const text = (value: string | number | boolean | null) =>
    value === null ? 'NULL' : typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value);
  const parts = tables.map(
    ({ name, columns, rows }) =>
      `INSERT INTO ${name} (${columns.join(', ')}) VALUES\n${rows.map((row) => `(${row.map(text).join(', ')})`).join(',\n')};`,
  );
  return `${HEAD}${parts.join('\n')}\n`;
}

/** By the name of the file. */
export function asCsv(tables: readonly Table[]): ReadonlyMap<string, string> {
  const text = (value: string | number | boolean | null) =>
    value === null ? '' : typeof value === 'string' ? `"${value.replaceAll('"', '""')}"` : String(value);
  return new Map(
    tables.map(({ name, columns, rows }) => [
      `${name.replace('public.', '')}.csv`,
      `${columns.join(',')}\n${rows.map((row) => `${row.map(text).join(',')}\n`).join('')}`,
    ]),
  );
}
