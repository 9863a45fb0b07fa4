/** A way to the site that a test can cut: Chromium's own « offline » leaves open streams alone. */
import { connect, createServer, type Socket } from 'node:net';

export type Network = {
  readonly origin: string;
  readonly cut: () => void;
  readonly mend: () => void;
  readonly close: () => void;
};

export async function networkTo(origin: string): Promise<Network> {
  const { port } = new URL(origin);
  const open = new Set<Socket>();
  let isCut = false;
  const cut = () => {
    isCut = true;
    for (const socket of open) socket.destroy();
  };
  const relay = createServer((here) => {
    if (isCut) return here.destroy();
    const there = connect(Number(port), '127.0.0.1');
    for (const [from, to] of [
      [here, there],
      [there, here],
    ] as const) {
      open.add(from);
      from.on('error', () => to.destroy());
      from.on('close', () => {
        open.delete(from);
        to.destroy();
      });
      from.pipe(to);
    }
  });
  await new Promise<void>((resolve) => relay.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://localhost:${(relay.address() as { port: number }).port}`,
    cut,
    mend: () => {
      isCut = false;
    },
    close: () => {
      cut();
      relay.close();
    },
  };
}
