import { describe, expect, test } from 'vitest';
import { ConfigFault, parseConfig } from '~/config';

const faultsOf = (env: Record<string, string>): readonly string[] => {
  try {
    parseConfig(env as NodeJS.ProcessEnv, '/srv/aurora');
  } catch (error) {
    if (error instanceof ConfigFault) return error.faults;
    throw error;
  }
  return [];
};
const configOf = (env: Record<string, string>) => parseConfig(env as NodeJS.ProcessEnv, '/srv/aurora');

describe('settings', () => {
  test('nothing set: the defaults of the contract', () => {
    expect(configOf({})).toEqual({
      port: 3000,
      bucket: null,
      operating: {
        backupKey: null,
        backups: { folder: '/srv/aurora/.data/sauvegardes' },
        metricsToken: null,
        alertEmail: null,
        redisUrl: null,
      },
      host: '127.0.0.1',
      origin: 'http://localhost:3000',
      databaseUrl: null,
      dataDir: '/srv/aurora/.data',
      demo: true,
      trustProxy: 0,
      logLevel: 'info',
      production: false,
      environment: 'development',
      providers: {},
      publisher: { name: null, address: null, email: null, host: null },
      mail: {
        brevo: null,
        smtp: null,
        onlyTo: [],
        from: { name: 'Aurora50', email: 'bonjour@aurora50.invalid' },
        lists: { members: null, premium: null, newsletter: null },
        webhookSecret: null,
      },
      attestationSeed: null,
      stripe: null,
      trialDays: 14,
      idleMonths: 24,
      messagesAMinute: 0,
      webConcurrency: 1,
    });
  });

  test('the key of the certificates is 64 hexadecimal digits, and its fault does not repeat it', () => {
    const key = 'Ab'.repeat(32);
    expect(configOf({ ATTESTATION_KEY: key }).attestationSeed).toEqual(new Uint8Array(32).fill(0xab));
    for (const odd of ['ab', `${key}0`, `z${key.slice(1)}`]) {
      const faults = faultsOf({ ATTESTATION_KEY: odd });
      expect(faults).toEqual([expect.stringContaining('64 chiffres hexadécimaux')]);
      expect(faults.join()).not.toContain(odd);
    }
  });

  test('messages a minute are limited where others reach the site (K04)', () => {
    const aMinute = (env: Record<string, string>) => configOf({ DEMO: '0', ...env }).messagesAMinute;
    expect([aMinute({}), aMinute({ ORIGIN: 'https://aurora50.fr' }), aMinute({ MESSAGES_A_MINUTE: '90' })]).toEqual([
      0, 60, 90,
    ]);
  });

  test('an empty value counts as not set', () => {
    expect(configOf({ PORT: '', DATABASE_URL: '', DEMO: '', DATA_DIR: '' })).toEqual(configOf({}));
  });

  test('a database of one’s own means no demonstration, unless it is asked for', () => {
    const DATABASE_URL = 'postgresql://aurora@db/aurora';
    expect(configOf({ DATABASE_URL }).demo).toBe(false);
    expect(configOf({ DATABASE_URL, DEMO: '1' }).demo).toBe(true);
    expect(configOf({ DEMO: '0' }).demo).toBe(false);
  });

  test('the origin follows the port, and an absolute DATA_DIR stays where it is', () => {
    expect(configOf({ PORT: '8080' }).origin).toBe('http://localhost:8080');
    expect(configOf({ DATA_DIR: '/var/lib/aurora' }).dataDir).toBe('/var/lib/aurora');
  });

  test('every malformed setting is named, all at once', () => {
    const env = {
      PORT: '70000',
      ORIGIN: 'https://aurora50.fr/salons',
      DATABASE_URL: 'mysql://x',
      DEMO: 'oui',
      TRUST_PROXY: 'tous',
      LOG_LEVEL: 'verbose',
    };
    expect(faultsOf(env).map((fault) => fault.split(' ')[0])).toEqual(Object.keys(env));
  });

  test.each([
    ['PORT', ['0', '-1', '65536', '3000.5', '0x10', ' 80', '٣٠٠٠']],
    ['ORIGIN', ['aurora50.fr', 'ftp://aurora50.fr', 'https://aurora50.fr/', 'https://a@aurora50.fr', 'javascript:1']],
    ['DATABASE_URL', ['localhost', 'http://localhost/', 'file:///etc/passwd']],
    ['TRUST_PROXY', ['-1', '1.5', '10', 'true']],
  ])('%s refuses what it is not', (name, values) => {
    for (const value of values) expect(faultsOf({ [name]: value }), value).toHaveLength(1);
  });

  test('a fault never repeats a value, which may be a secret', () => {
    const message = new ConfigFault(
      faultsOf({ DATABASE_URL: 'mysql://u:hunter2@h', STRIPE_SECRET_KEY: 'sk_live_hunter2' }),
    ).message;
    expect(message).toContain('DATABASE_URL');
    expect(message).toContain('STRIPE_SECRET_KEY');
    expect(message).not.toContain('hunter2');
  });

  describe('of payment', () => {
    const WHOLE = {
      STRIPE_SECRET_KEY: 'sk_test_x',
      STRIPE_WEBHOOK_SECRET: 'whsec_oldoldold, whsec_newnewnew',
      STRIPE_PRICE_PREMIUM: 'price_month,price_month_before',
      STRIPE_PRICE_ANNUEL: 'price_year',
    };
    const LIVE = { ...WHOLE, STRIPE_SECRET_KEY: 'sk_live_x', DEMO: '0' };

    test('a live key needs https, and goes to nobody but Stripe', () => {
      expect(faultsOf({ ...LIVE, ORIGIN: 'http://aurora50.fr' })).toHaveLength(1);
      expect(faultsOf({ ...LIVE, ORIGIN: 'https://aurora50.fr' })).toEqual([]);
      const elsewhere = { STRIPE_API_BASE: 'http://127.0.0.1:4000' };
      expect(faultsOf({ ...LIVE, ...elsewhere, ORIGIN: 'https://aurora50.fr' })).toHaveLength(1);
      expect(faultsOf({ ...WHOLE, ...elsewhere })).toEqual([]);
    });

    test('all of them or none: half a payment takes money and opens nothing', () => {
      expect(faultsOf({ ...WHOLE, STRIPE_WEBHOOK_SECRET: '' })).toHaveLength(1);
      expect(configOf({}).stripe).toBeNull();
      expect(configOf(WHOLE).stripe).toEqual({
        secretKey: 'sk_test_x',
        livemode: false,
        webhookSecrets: ['whsec_oldoldold', 'whsec_newnewnew'],
        prices: { premium: ['price_month', 'price_month_before'], annuel: ['price_year'] },
        base: null,
      });
    });

    test.each([
      ['STRIPE_SECRET_KEY', 'pk_test_x'],
      ['STRIPE_WEBHOOK_SECRET', 'whsec_oldoldold,rien'],
      ['STRIPE_PRICE_PREMIUM', 'prod_x'],
      ['STRIPE_PUBLISHABLE_KEY', 'pk_live_x'],
      ['STRIPE_API_BASE', 'https://api.example.com'],
    ])('%s is not %s', (name, value) => {
      expect(faultsOf({ ...WHOLE, [name]: value })).toHaveLength(1);
    });
  });

  test.each(['1', undefined])('demonstration data (DEMO=%s) never go on a real site', (DEMO) => {
    const env = { NODE_ENV: 'production', ORIGIN: 'https://aurora50.fr', ...(DEMO ? { DEMO } : {}) };
    expect(faultsOf(env)).toHaveLength(1);
    expect(faultsOf({ ...env, DEMO: '0' })).toEqual([]);
  });
});

describe('the settings of the letters', () => {
  const whole = {
    BREVO_API_KEY: 'xkeysib-0123456789',
    MAIL_FROM: 'Aurora50 <bonjour@aurora50.fr>',
    BREVO_API_BASE: 'http://127.0.0.1:20999',
    BREVO_LIST_MEMBRES: '7',
    BREVO_LIST_PREMIUM: '8',
    BREVO_LIST_NEWSLETTER: '9',
    BREVO_WEBHOOK_SECRET: 'abcdefghijklmnopqrstuvwx',
  };

  test('all of them', () => {
    expect(configOf(whole).mail).toEqual({
      smtp: null,
      onlyTo: [],
      brevo: { apiKey: 'xkeysib-0123456789', base: 'http://127.0.0.1:20999' },
      from: { name: 'Aurora50', email: 'bonjour@aurora50.fr' },
      lists: { members: 7, premium: 8, newsletter: 9 },
      webhookSecret: 'abcdefghijklmnopqrstuvwx',
    });
  });

  test('an address alone will do, and the site’s own name stands in for it while letters are files', () => {
    expect(configOf({ ...whole, MAIL_FROM: 'bonjour@aurora50.fr' }).mail.from).toEqual({
      name: null,
      email: 'bonjour@aurora50.fr',
    });
    expect(configOf({ DEMO: '0', ORIGIN: 'https://aurora50.fr' }).mail.from.email).toBe('bonjour@aurora50.fr');
  });

  test('a key without a sender is said', () => {
    const faults = faultsOf({ BREVO_API_KEY: whole.BREVO_API_KEY });
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(/^MAIL_FROM : /);
  });

  test.each([
    ['BREVO_API_KEY', ['court', 'une cle avec des blancs']],
    [
      'MAIL_FROM',
      [
        'Aurora50',
        'Aurora50 <pas-une-adresse>',
        'A <a@b.fr>, B <c@d.fr>',
        'A\nBcc: x@y.fr <a@b.fr>',
        `${'a'.repeat(255)}@b.fr`,
      ],
    ],
    [
      'BREVO_API_BASE',
      [
        'brevo',
        'ftp://api.brevo.com',
        'http://api.brevo.com/v3',
        'https://api.brevo.com/v3/',
        'https://cle@api.brevo.com',
      ],
    ],
    ['BREVO_LIST_MEMBRES', ['0', '-1', '7.5', 'membres', '9999999999']],
    ['BREVO_LIST_PREMIUM', ['x']],
    ['BREVO_LIST_NEWSLETTER', ['7 8']],
    ['BREVO_WEBHOOK_SECRET', ['court', 'un secret assez long mais avec des blancs', 'a/b'.repeat(20)]],
  ])('%s refuses what it cannot be', (name, values) => {
    for (const value of values) {
      const faults = faultsOf({ ...whole, [name]: value });
      expect(faults, value).toHaveLength(1);
      expect(faults[0]).toMatch(new RegExp(`^${name} : .+attendue?s?`));
    }
  });
});

describe('sign-in by other services (A03, A04)', () => {
  const google = { GOOGLE_CLIENT_ID: 'essai.apps.googleusercontent.com', GOOGLE_CLIENT_SECRET: 'un-secret' };

  test('each provider by its two settings', () => {
    expect(configOf({}).providers).toEqual({});
    expect(configOf({ ...google, GOOGLE_OAUTH_BASE: 'http://127.0.0.1:20001' }).providers).toEqual({
      google: {
        clientId: google.GOOGLE_CLIENT_ID,
        clientSecret: google.GOOGLE_CLIENT_SECRET,
        base: 'http://127.0.0.1:20001',
      },
    });
  });

  test('half a provider is a fault, and names the missing half', () => {
    expect(faultsOf({ GOOGLE_CLIENT_ID: 'essai' })[0]).toMatch(/^GOOGLE_CLIENT_SECRET : /);
    expect(faultsOf({ GITHUB_CLIENT_SECRET: 'essai' })[0]).toMatch(/^GITHUB_CLIENT_ID : /);
  });

  test.each([
    'https://accounts.google.com',
    'http://exemple.org',
    'http://127.0.0.1:1/chemin',
    'http://127.0.0.1.exemple.org',
    'localhost',
  ])('a stand-in is on this machine, or refused: %s', (base) => {
    expect(faultsOf({ ...google, GOOGLE_OAUTH_BASE: base })[0]).toMatch(/^GOOGLE_OAUTH_BASE : .+de cette machine/);
  });
});
