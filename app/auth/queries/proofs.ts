/** Codes that a member who is signed in asks for by letter (G06). */
import type { Tx } from '~/db';
import { PROOF_MINUTES } from '../rules/session';

/** The newest code counts; its five tries begin anew. Null when the session has ended meanwhile. */
export async function putProofCode(tx: Tx, sessionHash: string, codeHash: string): Promise<string | null> {
  const [put] = await tx<{ session: string }[]>`
    insert into auth.proof_codes (session, hash, expires_at)
    select handle, ${codeHash}, now() + make_interval(mins => ${PROOF_MINUTES})
    from auth.sessions
    where id = ${sessionHash}
    on conflict (session) do update
    set hash = excluded.hash, expires_at = excluded.expires_at, attempts = 0
    returning session`;
  return put?.session ?? null;
}

/** One use, five tries: the row goes with the right code, and a wrong one is counted under the same lock. */
export async function takeProofCode(tx: Tx, sessionHash: string, codeHash: string): Promise<boolean> {
  const [tried] = await tx<{ hash: string }[]>`
    update auth.proof_codes c
    set attempts = c.attempts + 1
    from auth.sessions s
    where s.id = ${sessionHash} and c.session = s.handle and c.expires_at > now() and c.attempts < 5
    returning c.hash`;
  if (tried?.hash !== codeHash) return false;
  const taken = await tx`
    delete from auth.proof_codes c
    using auth.sessions s
    where s.id = ${sessionHash} and c.session = s.handle and c.hash = ${codeHash}`;
  return taken.count === 1;
}
