import type { Theme } from '~/auth/rules/viewer';
import type { Tx } from '~/db';

export async function savedComfort(tx: Tx, userId: string, textSize: number, theme: Theme | null): Promise<void> {
  await tx`
    update profiles
    set text_size = ${textSize}, theme = ${theme}
    where id = ${userId}`;
}
