/** The daily letter (U08): a job looks every ten minutes whose hour it is. */
import type { Database } from '~/db';
import { enqueue } from '~/mailer';
import { href } from '~/urls';
import { type Due, dueLetters, noteTold } from './queries';

/** Members of one look: what is left is found by the next. */
const AT_ONCE = 200;
/** Minutes: tomorrow there is another one. */
const GOOD_FOR = 12 * 60;

/** @returns how many letters were written */
export async function sendDailyLetters(database: Database): Promise<number> {
  const due = await database.asSystem((tx) => dueLetters(tx, AT_ONCE));
  for (const member of due) await sendTo(database, member);
  return due.length;
}

function sendTo(database: Database, member: Due): Promise<void> {
  const { id, name, day, salons } = member;
  return database.asSystem(async (tx) => {
    await enqueue(tx, {
      template: 'dailyLetter',
      to: { userId: id },
      key: `daily:${id}:${day}`,
      expiresIn: GOOD_FOR,
      props: {
        name,
        day: `${day}T12:00:00Z`,
        salons: salons.map((salon) => ({
          name: salon.name,
          path: href('salon', { salon: salon.id }),
          excerpts: salon.excerpts,
          more: salon.count - salon.excerpts.length,
        })),
        path: href('salons'),
      },
    });
    await noteTold(tx, member);
  });
}
