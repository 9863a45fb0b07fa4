/** A new letter's row. A key that is there already makes no second letter. */
import type { Tx } from '~/db';

export type NewLetter = {
  readonly template: string;
  /** Its properties as JSON. */
  readonly body: string;
  readonly key: string;
  /** Until it expires. */
  readonly minutes: number;
};

/** A member's transaction may not name the address column at all. */
export async function insertLetterToMember(tx: Tx, userId: string, letter: NewLetter): Promise<void> {
  const { template, body, key, minutes } = letter;
  await tx`
    insert into outbox (template, props, user_id, key, expires_at)
    values (${template}, ${body}::text::jsonb, ${userId}, ${key}, now() + make_interval(mins => ${minutes}))
    on conflict do nothing`;
}

export async function insertLetterToAddress(tx: Tx, email: string, letter: NewLetter): Promise<void> {
  const { template, body, key, minutes } = letter;
  await tx`
    insert into outbox (template, props, email, key, expires_at)
    values (${template}, ${body}::text::jsonb, ${email}, ${key}, now() + make_interval(mins => ${minutes}))
    on conflict do nothing`;
}
