import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type Opened, withDatabase } from './database';
import { calledWith } from './options.mjs';

const { words } = calledWith({
  does: 'Ouvre la base de données des réglages dans « psql ».',
  usage: 'Usage : npm run db:psql [-- options de psql]',
  passesOn: true,
});

await withDatabase(psql);

async function psql({ url }: Opened): Promise<boolean> {
  // Ctrl-C in psql cancels its query; it must not end us, who hold its database.
  process.removeAllListeners('SIGINT').on('SIGINT', () => {});
  const { address, password } = withoutPassword(url);
  const env = { ...process.env, ...(password && { PGPASSWORD: password }) };
  const child = spawn('psql', [address, ...words], { env, stdio: 'inherit' });
  try {
    const [code] = await once(child, 'exit');
    return code === 0;
  } catch {
    console.error(
      'Le programme « psql » n’est pas sur cette machine. Installez le client de PostgreSQL (paquet postgresql-client).',
    );
    return false;
  }
}

/** The list of processes shows arguments to everybody. */
function withoutPassword(url: string): { address: string; password: string } {
  const address = new URL(url);
  const password = decodeURIComponent(address.password);
  address.password = '';
  return { address: address.href, password };
}
