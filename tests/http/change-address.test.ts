/** D07: a new address is confirmed from itself, announced to the old one, and can be taken back for seven days. */
import { describe, expect, test } from 'vitest';
import { href } from '~/urls';
import type { Member } from '../support/cast';
import type { Visitor } from '../support/server';
import { PASSWORD, signInOf } from '../support/sign-in';
import { faultsShown, openSite } from '../support/site';

const site = openSite({ TRUST_PROXY: '1' });
const { memberWithPassword, signedIn, isIn, unprove, letters, addressOf } = signInOf(site);
const fresh = () => `nouvelle.${crypto.randomUUID().slice(0, 8)}@exemple.fr`;
const ask = (visitor: Visitor, courriel: string) => visitor.post(href('emailSettings'), { courriel });
const last = async (to: string, template: string) => (await letters(to, template)).at(-1)?.path ?? '';

type Asked = { anne: Member; here: Visitor; to: string; confirm: string; stop: string };
async function asked(): Promise<Asked> {
  const anne = await memberWithPassword('Anne');
  const here = await signedIn(anne);
  const to = fresh();
  expect((await ask(here, to)).status).toBe(303);
  return {
    anne,
    here,
    to,
    confirm: await last(to, 'addressConfirmation'),
    stop: await last(anne.email, 'addressChanged'),
  };
}

describe('asking', () => {
  test('needs a fresh proof', async () => {
    const anne = await memberWithPassword('Anne');
    const here = await signedIn(anne);
    await unprove(anne);
    const answer = await ask(here, fresh());
    expect(answer.headers.get('location')).toBe('/connexion/preuve?retour=%2Freglages%2Fcourriel');
    expect(await letters(anne.email, 'addressChanged')).toHaveLength(0);
  });

  test('writes to both and changes nothing yet', async () => {
    const { anne, here, to, confirm, stop } = await asked();
    expect(confirm).toMatch(/^\/courriel\/confirmer\/[\w-]{43}$/);
    expect(stop).toMatch(/^\/courriel\/reprendre\/[\w-]{43}$/);
    expect((await letters(anne.email, 'addressChanged'))[0]).toMatchObject({ newEmail: to, done: false });
    expect(await addressOf(anne)).toBe(anne.email);
    expect(await (await here.get(href('emailSettings'))).text()).toContain(to);
    const kept = await site.cast.sql`select * from auth.address_changes where user_id = ${anne.id}`;
    expect(JSON.stringify(kept)).not.toContain(confirm.split('/').at(-1));
  });

  test('an address with an account gets the same answer, and a letter of its own', async () => {
    const paul = await memberWithPassword('Paul');
    const anne = await memberWithPassword('Anne');
    const here = await signedIn(anne);
    const free = await ask(here, fresh());
    const taken = await ask(here, paul.email.toUpperCase());
    expect([taken.status, taken.headers.get('location')]).toEqual([free.status, free.headers.get('location')]);
    expect(await letters(paul, 'accountExists')).toHaveLength(1);
    expect(await letters(paul.email, 'addressConfirmation')).toHaveLength(0);
    expect(await addressOf(paul)).toBe(paul.email);
  });

  test('one’s own address and rubbish are refused beside the field', async () => {
    const anne = await memberWithPassword('Anne');
    const here = await signedIn(anne);
    for (const courriel of [
      anne.email.toUpperCase(),
      'rien',
      'a@b',
      `${'a'.repeat(250)}@exemple.fr`,
      'a@exemple.fr\r\nBcc: b@c.fr',
    ]) {
      const answer = await ask(here, courriel);
      expect([courriel, answer.status]).toEqual([courriel, 422]);
      expect(Object.keys(faultsShown(await answer.text()).fields)).toEqual(['courriel']);
    }
    expect(await letters(anne.email, 'addressChanged')).toHaveLength(0);
  });

  test('a mailbox gets three such letters an hour, whoever asks', async () => {
    const to = fresh();
    const statuses: number[] = [];
    for (let n = 0; n < 4; n += 1) {
      const anne = await memberWithPassword('Anne');
      statuses.push((await ask(await signedIn(anne), to)).status);
    }
    expect(statuses).toEqual([303, 303, 303, 429]);
  });

  test('asking again kills the links of before', async () => {
    const { anne, here, confirm } = await asked();
    await ask(here, fresh());
    expect((await site.stranger().post(confirm, {})).status).toBe(404);
    expect(await addressOf(anne)).toBe(anne.email);
  });
});

describe('confirming', () => {
  test('looking changes nothing, however often a scanner looks; the button does, from any browser', async () => {
    const { anne, here, to, confirm } = await asked();
    for (let n = 0; n < 3; n += 1) expect((await site.stranger().get(confirm)).status).toBe(200);
    expect(await addressOf(anne)).toBe(anne.email);
    const answer = await site.stranger().post(confirm, {});
    expect([answer.status, answer.headers.get('location')]).toEqual([303, confirm]);
    expect(await (await site.stranger().get(confirm)).text()).toContain('Votre adresse est changée');
    expect(await addressOf(anne)).toBe(to);
    expect((await letters(anne.email, 'addressChanged')).map((props) => props.done)).toEqual([false, true]);
    expect(await isIn(here)).toBe(true);
    await signedIn({ email: to });
    const [row] = await site.cast.sql`select email::text from profiles where id = ${anne.id}`;
    expect(row?.email).toBe(to);
  });

  test('once: of twenty presses at the same moment one does it, and one letter leaves', async () => {
    const { anne, confirm } = await asked();
    const answers = await Promise.all(Array.from({ length: 20 }, () => site.stranger().post(confirm, {})));
    expect(answers.filter((answer) => answer.status === 303)).toHaveLength(1);
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(19);
    expect(await letters(anne.email, 'addressChanged')).toHaveLength(2);
  });

  test('two members who want one address at once: one gets it, the other is told', async () => {
    const to = fresh();
    const members = await Promise.all(
      [1, 2].map(async () => {
        const member = await memberWithPassword('Anne');
        await ask(await signedIn(member), to);
        return member;
      }),
    );
    const links = (await letters(to, 'addressConfirmation')).map((props) => props.path ?? '');
    expect(links).toHaveLength(2);
    const answers = await Promise.all(links.map((link) => site.stranger().post(link, {})));
    expect(answers.map((answer) => answer.status).sort()).toEqual([303, 422]);
    const addresses = await Promise.all(members.map(addressOf));
    expect(addresses.filter((address) => address === to)).toHaveLength(1);
  });

  test('a link that is too old, or none of ours, leads to a next step', async () => {
    const { anne, confirm } = await asked();
    await site.cast.sql`
      update auth.address_changes set expires_at = now() - interval '1 second' where user_id = ${anne.id}`;
    for (const path of [confirm, '/courriel/confirmer/rien', `/courriel/confirmer/${'é'.repeat(43)}`]) {
      const page = await site.stranger().get(path);
      expect(await page.text()).toContain('Ce lien ne sert plus');
      expect([page.status, (await site.stranger().post(path, {})).status]).toEqual([404, 404]);
    }
    expect(await addressOf(anne)).toBe(anne.email);
  });
});

describe('the old address objects', () => {
  test('before it is done: the question is forgotten', async () => {
    const { anne, confirm, stop } = await asked();
    expect(await (await site.stranger().get(stop)).text()).toContain('Annuler cette demande');
    const answer = await site.stranger().post(stop, {});
    expect(answer.headers.get('location')).toBe('/mot-de-passe/oubli?dit=demande-annulee');
    expect((await site.stranger().post(confirm, {})).status).toBe(404);
    expect(await addressOf(anne)).toBe(anne.email);
  });

  test.each([
    ['asked', 0],
    ['done', 1],
  ])(
    'after it is done, by the link of the letter “%s”: the address is back, and nobody is in',
    async (_name, which) => {
      const { anne, here, to, confirm } = await asked();
      await site.stranger().post(confirm, {});
      const link = (await letters(anne.email, 'addressChanged'))[which]?.path ?? '';
      expect(await (await site.stranger().get(link)).text()).toContain('Reprendre mon ancienne adresse');
      expect(await isIn(here)).toBe(true);
      const answer = await site.stranger().post(link, {});
      expect(answer.headers.get('location')).toBe('/mot-de-passe/oubli?dit=adresse-revenue');
      expect(await addressOf(anne)).toBe(anne.email);
      expect(await isIn(here)).toBe(false);
      for (const courriel of [anne.email, to]) {
        const tried = await site.stranger().post('/connexion', { courriel, mot_de_passe: PASSWORD });
        expect(tried.status).toBe(422);
      }
      expect((await site.stranger().post(link, {})).status).toBe(404);
    },
  );

  test('for seven days, and over a second change that somebody made to shake it off', async () => {
    const { anne, here, to, confirm, stop } = await asked();
    await site.stranger().post(confirm, {});
    const third = fresh();
    await ask(here, third);
    await site.stranger().post(await last(third, 'addressConfirmation'), {});
    expect(await addressOf(anne)).toBe(third);
    await site.stranger().post(stop, {});
    expect(await addressOf(anne)).toBe(anne.email);
    // The mailbox in the middle has links too: they must not take the account back from its owner.
    const between = await letters(to, 'addressChanged');
    expect(between).toHaveLength(2);
    for (const { path = '' } of between) expect((await site.stranger().post(path, {})).status).toBe(404);
    expect(await addressOf(anne)).toBe(anne.email);
    const late = await asked();
    await site.stranger().post(late.confirm, {});
    await site.cast.sql`
      update auth.address_changes set undo_until = now() - interval '1 second' where user_id = ${late.anne.id}`;
    expect((await site.stranger().post(late.stop, {})).status).toBe(404);
    expect(await addressOf(late.anne)).toBe(late.to);
  });

  test('at the same moment as the new one confirms: one of the two orders, and no fault', async () => {
    for (let n = 0; n < 5; n += 1) {
      const { anne, to, confirm, stop } = await asked();
      const answers = await Promise.all([confirm, stop].map((path) => site.stranger().post(path, {})));
      expect(answers.every((answer) => [200, 303, 404].includes(answer.status))).toBe(true);
      expect([anne.email, to]).toContain(await addressOf(anne));
      expect(answers[1]?.status === 303 ? await addressOf(anne) : anne.email).toBe(anne.email);
    }
  });

  test('an old address that has an account of its own by now leads to a person', async () => {
    const { anne, to, confirm, stop } = await asked();
    await site.stranger().post(confirm, {});
    await site.cast.sql`insert into auth.users (email) values (${anne.email})`;
    const answer = await site.stranger().post(stop, {});
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain(href('lostKeys'));
    expect(await addressOf(anne)).toBe(to);
  });
});
