/** What people type and paste, as it is taken: names, titles, codes; and that no length of it holds the process up. */
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { memberName } from '~/auth/rules/member-name';
import { parseProof } from '~/auth/rules/proof';
import { parseSignUp } from '~/auth/rules/sign-up';
import { parseMessage } from '~/chat/rules';
import { clientAddress } from '~/http/client-address';
import { parseNewSalon, parseShareCode } from '~/salons/rules';
import { MessageText } from '~/ui/typed-text';
import { processorTime } from '../support/processor-time';

const named = (nom: string) => memberName.safeParse(nom);

describe('names and titles', () => {
  test.each(['ㅤ', '⠀', '­', '‍', '​​​', '́'])('a name that shows nothing is none (%j)', (nom) => {
    expect(named(nom).success).toBe(false);
    expect(parseMessage({ texte: nom }).ok).toBe(false);
    const salon = {
      nom: nom.repeat(3),
      description: '',
      categorie: 'autres',
      couleur: '#123456',
      visibilite: 'public',
    };
    expect(parseNewSalon(salon).ok).toBe(false);
  });

  test('a salon’s name keeps no sign that turns the line around, rings or starts a sequence', () => {
    const salon = { description: '', categorie: 'autres', couleur: '#123456', visibilite: 'public' };
    const parsed = parseNewSalon({ ...salon, nom: 'Jar\u202Edin\u0007 du \u001Bsoir' });
    expect(parsed).toMatchObject({ ok: true, value: { name: 'Jardin du soir' } });
  });

  test.each(['Dr.Martin', 'Mme.Durand', 'mme.durand', 'M.Petit', '🇫🇷 Marie', 'نور'])('%s is a name', (nom) => {
    expect(named(nom)).toMatchObject({ success: true, data: nom });
  });

  test.each(['exemple.fr', 'EXEMPLE.FR', 'www.exemple', 'Marie https://a.b', 'a@b'])('%s is an address', (nom) => {
    expect(named(nom).success).toBe(false);
  });
});

describe('codes', () => {
  test.each(['126318', '126 318', '126-318', '126.318', '126–318'])('the proof takes %s as every form does', (code) => {
    expect(parseProof({ code })).toEqual({ ok: true, value: { code: '126318' } });
  });

  test.each(['5N36J5', 'https://aurora50.fr/s/5N36J5', '5N3–6J5', '« 5N36J5 »', '"5n3 6j5"', '/s/5N36J5?x=1#y'])(
    'the share code is found in %s',
    (pasted) => expect(parseShareCode(pasted)).toBe('5N36J5'),
  );
});

test.each([
  ['203.0.113.7:40001', '203.0.113.7'],
  ['[2001:db8:1::9]:443', '2001:db8:1:0::/64'],
  ['[2001:db8:1::9]', '2001:db8:1:0::/64'],
])('a proxy that writes the port names the same caller (%s)', (forwarded, address) => {
  expect(clientAddress('10.0.0.1', forwarded, 1)).toBe(address);
});

describe('no text holds the process up', () => {
  test.each([' '.repeat(60_000), '1'.repeat(60_000), 'é'.repeat(30_000), `${'!'.repeat(59_999)}a`])(
    'a password of 60 KB is refused for its length, and nothing else is looked at',
    (mot_de_passe) => {
      const form = { nom: 'Anne', courriel: 'anne@exemple.fr', mot_de_passe, consentement: 'on' };
      expect(processorTime(() => parseSignUp(form))).toBeLessThan(100);
    },
  );

  test.each(['www.xn--', 'http://', 'www.a', 'https://a.b/(', 'www.xn--a-', 'http://[', 'a@www.'])(
    '4,000 characters of %s are shown in less than 60 ms',
    (piece) => {
      const text = piece.repeat(4_000 / piece.length) + '-'.repeat(10);
      renderToStaticMarkup(<MessageText text="www.exemple.fr" />);
      expect(processorTime(() => renderToStaticMarkup(<MessageText text={text} />))).toBeLessThan(60);
    },
  );
});

test('addresses in a message are links, and what stands around them is not', () => {
  const shown = (text: string) => renderToStaticMarkup(<MessageText text={text} />);
  expect(shown('Voyez (https://exemple.fr/a?b=1), puis www.exemple.org.')).toBe(
    '<p class="texte" dir="auto">Voyez (<a href="https://exemple.fr/a?b=1" rel="noopener nofollow ugc">https://exemple.fr/a?b=1</a>), puis ' +
      '<a href="https://www.exemple.org" rel="noopener nofollow ugc">www.exemple.org</a>.</p>',
  );
  expect(shown('fini.et puis javascript:alert(1) ftp://a.b')).not.toContain('<a');
});
