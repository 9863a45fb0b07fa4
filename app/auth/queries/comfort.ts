import type { Tx } from '~/db';
import type { Theme } from '../rules/viewer';

export async function savedComfort(tx: Tx, userId: string, textSize: number, theme: Theme | null): Promise<void> {
  await tx`
    update profiles
    set text_size = ${textSize}, theme = ${theme}
    where id = ${userId}`;
}
