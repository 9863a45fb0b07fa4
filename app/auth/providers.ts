/** Google and GitHub by arctic (A03, A04): the only module that imports it, and the only one that talks to them. */
import { CodeChallengeMethod, generateCodeVerifier, generateState, OAuth2Client, OAuth2RequestError } from 'arctic';
import type { ProviderConfigs, ProviderName } from '~/config/providers';
import { githubIdentity, googleIdentity, type Identity } from './rules/identity';

export type Provider = {
  readonly name: ProviderName;
  /** Where a form's answer may lead (Content-Security-Policy). */
  readonly origin: string;
  /** A fresh question: the address to go to, and what the browser must bring back. */
  readonly ask: () => { readonly url: string; readonly state: string; readonly verifier: string };
  /**
   * Who has answered.
   * @throws ProviderFault `refused` when it does not stand by its answer, `away` when it cannot be reached, is slow, or
   * says what makes no sense
   */
  readonly identify: (code: string, verifier: string) => Promise<Identity>;
};
export type Providers = ReadonlyMap<ProviderName, Provider>;

export class ProviderFault extends Error {
  override readonly name = 'ProviderFault';
  constructor(
    readonly reason: 'refused' | 'away',
    options?: ErrorOptions,
  ) {
    super(reason, options);
  }
}

/** For both questions together, in ms: somebody is waiting before a white page. */
const PATIENCE = 8_000;
/** Bytes: a person is told in less. */
const LARGEST = 64 * 1024;

type Endpoints = { readonly authorize: string; readonly token: string; readonly user: string; readonly emails: string };

const ENDPOINTS: Readonly<Record<ProviderName, Endpoints>> = {
  google: {
    authorize: 'https://accounts.google.com/o/oauth2/v2/auth',
    token: 'https://oauth2.googleapis.com/token',
    user: 'https://openidconnect.googleapis.com/v1/userinfo',
    emails: '',
  },
  github: {
    authorize: 'https://github.com/login/oauth/authorize',
    token: 'https://github.com/login/oauth/access_token',
    user: 'https://api.github.com/user',
    emails: 'https://api.github.com/user/emails',
  },
};
const SCOPES: Readonly<Record<ProviderName, string[]>> = {
  google: ['openid', 'email', 'profile'],
  github: ['user:email'],
};

export function providersOf(configs: ProviderConfigs, redirectUrl: string): Providers {
  const providers = Object.entries(configs).map(([name, { clientId, clientSecret, base }]) => {
    const known = name as ProviderName;
    const client = new OAuth2Client(clientId, clientSecret, redirectUrl);
    return [known, provider(known, client, base === null ? ENDPOINTS[known] : standIn(base))] as const;
  });
  return new Map(providers);
}

/** The same four addresses of a provider on one machine. */
function standIn(base: string): Endpoints {
  return { authorize: `${base}/authorize`, token: `${base}/token`, user: `${base}/user`, emails: `${base}/emails` };
}

function provider(name: ProviderName, client: OAuth2Client, { authorize, token, user, emails }: Endpoints): Provider {
  async function identified(code: string, verifier: string, signal: AbortSignal): Promise<Identity> {
    const tokens = await client.validateAuthorizationCode(token, code, verifier);
    // GitHub refuses a code with 200 and an answer without a token.
    if (!('access_token' in tokens.data)) throw new ProviderFault('refused');
    const access = tokens.accessToken();
    const [who, addresses] = await Promise.all([
      jsonFrom(user, access, signal),
      emails ? jsonFrom(emails, access, signal) : null,
    ]);
    const identity = name === 'google' ? googleIdentity(who) : githubIdentity(who, addresses);
    if (!identity) throw new ProviderFault('away');
    return identity;
  }

  return {
    name,
    origin: new URL(authorize).origin,
    ask() {
      const [state, verifier] = [generateState(), generateCodeVerifier()];
      const url = client.createAuthorizationURLWithPKCE(
        authorize,
        state,
        CodeChallengeMethod.S256,
        verifier,
        SCOPES[name],
      );
      return { url: url.href, state, verifier };
    },
    async identify(code, verifier) {
      const signal = AbortSignal.timeout(PATIENCE);
      try {
        // arctic's own question takes no signal: the wait ends here, whatever becomes of it.
        return await Promise.race([identified(code, verifier, signal), lateness(signal)]);
      } catch (error) {
        if (error instanceof ProviderFault) throw error;
        throw new ProviderFault(error instanceof OAuth2RequestError ? 'refused' : 'away', { cause: error });
      }
    },
  };
}

function lateness(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(new ProviderFault('away')), { once: true });
  });
}

async function jsonFrom(url: string, access: string, signal: AbortSignal): Promise<unknown> {
  const headers = { Accept: 'application/json', Authorization: `Bearer ${access}`, 'User-Agent': 'Aurora50' };
  const answer = await fetch(url, { headers, signal, redirect: 'error' });
  if (answer.status === 401 || answer.status === 403) throw new ProviderFault('refused');
  if (!answer.ok) throw new ProviderFault('away');
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of (answer.body ?? []) as unknown as AsyncIterable<Uint8Array>) {
    size += piece.byteLength;
    if (size > LARGEST) throw new ProviderFault('away');
    pieces.push(piece);
  }
  return JSON.parse(Buffer.concat(pieces).toString('utf8'));
}
