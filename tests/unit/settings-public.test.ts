/** Settings that would put a site in danger or do nothing, told at the start (contract 4). */
import { describe, expect, test } from 'vitest';
import { ConfigFault, parseConfig } from '~/config';
import { unknownSettings } from '~/config/unknown';

describe('the demonstration, whose passwords everybody knows', () => {
  const starts = (settings: Record<string, string>): boolean => {
    try {
      return parseConfig(settings as unknown as NodeJS.ProcessEnv, '/srv/aurora').demo;
    } catch (error) {
      if (!(error instanceof ConfigFault)) throw error;
      expect(error.faults).toEqual([expect.stringMatching(/^DEMO : .*DEMO_OUVERTE_A_TOUS=1/)]);
      return false;
    }
  };
  const production = { NODE_ENV: 'production' };

  test.each([
    { DEMO: '1', HOST: '0.0.0.0' },
    { HOST: '::' },
    { HOST: '192.0.2.7' },
    { HOST: 'aurora50.fr' },
    { HOST: '127.0.0.1.example' },
    { DEMO: '1', DATABASE_URL: 'postgres://a@b/c', ORIGIN: 'https://aurora50.fr' },
    { ORIGIN: 'http://aurora50.fr' },
    { DEMO: '1', HOST: '0.0.0.0', DEMO_OUVERTE_A_TOUS: '0' },
  ])('does not start where others get: %j', (settings) => {
    expect([starts(settings as never), starts({ ...settings, ...production } as never)]).toEqual([false, false]);
  });

  test.each([{}, { HOST: 'localhost' }, { HOST: '127.0.0.3' }, { HOST: '::1' }, { ORIGIN: 'http://localhost:8080' }])(
    'starts on this machine alone: %j',
    (settings) => {
      expect(starts({ ...settings, ...production } as never)).toBe(true);
    },
  );

  test('starts for all where the danger was named', () => {
    expect(starts({ HOST: '0.0.0.0', ORIGIN: 'https://essai.aurora50.fr', DEMO_OUVERTE_A_TOUS: '1' })).toBe(true);
  });
});

describe('a name that nobody reads', () => {
  const KNOWN = ['PORT', 'HOST', 'ORIGIN', 'DATABASE_URL', 'DATA_DIR', 'BREVO_API_KEY', 'TRUST_PROXY'];

  test.each([
    ['PRT', 'PORT'],
    ['PROT', 'PORT'],
    ['ORIGN', 'ORIGIN'],
    ['DATABSE_URL', 'DATABASE_URL'],
    ['DATA_DIRECT', undefined],
    ['BREVO_APIKEY', 'BREVO_API_KEY'],
    ['port', 'PORT'],
  ])('in .env: %s', (name, meant) => {
    const [line = ''] = unknownSettings([], [name], KNOWN);
    expect(line).toContain(` ${name}`);
    if (meant) expect(line).toContain(`peut-être ${meant} ?`);
    else expect(line).not.toContain('peut-être');
  });

  test('in the environment: what is close to a name of ours, or begins like one; once', () => {
    const lines = unknownSettings(['ORIGN', 'BREVO_SOMETHING'], ['ORIGN', 'PORT'], KNOWN);
    expect(lines).toHaveLength(2);
  });

  test('names of other programs are left in peace', () => {
    const others = [
      'PATH',
      'HOME',
      'HOSTNAME',
      'PWD',
      'USER',
      'TERM',
      'LANG',
      'SHLVL',
      'GITHUB_TOKEN',
      'npm_config_port',
    ];
    expect(unknownSettings([...others, ...KNOWN], KNOWN, KNOWN)).toEqual([]);
  });
});
