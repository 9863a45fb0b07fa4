/** A browser for the tests: Playwright's own Chromium if it is there, else whichever the machine has. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright';

/** Chromium without windows: a page costs it half the work of the whole browser. */
const SHELL = 'chromium-headless-shell';
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
/** A test talks to loopback alone: no updates, no variations, no search suggestions. */
const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
  '--disable-gpu',
];

/** The path of a Chromium, or undefined when there is none. */
export function findChromium(): string | undefined {
  return [...pathsOf(SHELL), chromium.executablePath(), ...NAMES.flatMap(pathsOf)].find((path) => existsSync(path));
}

export function findShell(): string | undefined {
  return pathsOf(SHELL).find((path) => existsSync(path));
}

function pathsOf(name: string): string[] {
  return ['/usr/bin', ...(process.env.PATH ?? '').split(delimiter)].map((folder) => join(folder, name));
}

export function launchBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium on this machine: npx playwright install chromium');
  // Chromium's sandbox refuses to run as root, as in most containers.
  const isRoot = process.getuid?.() === 0;
  return chromium.launch({ executablePath, args: isRoot ? ['--no-sandbox', ...QUIET] : QUIET });
}

let kept: Promise<Browser> | undefined;

/** One browser for all the files of a process; each test has contexts of its own in it. It ends with the process. */
export async function sharedBrowser(): Promise<Browser> {
  const browser = await kept?.catch(() => undefined);
  if (browser?.isConnected()) return browser;
  kept = launchBrowser();
  return kept;
}
