/** Loaded before a server: each SIGUSR2 moves the clock of its process on by twenty minutes, or back again. */
const now = Date.now;
let ahead = 0;
process.on('SIGUSR2', () => {
  ahead = ahead === 0 ? 20 * 60_000 : 0;
});
const moved = () => now.call(Date) + ahead;
globalThis.Date = new Proxy(Date, {
  construct: (target, args, as) => Reflect.construct(target, args.length === 0 ? [moved()] : args, as),
  apply: (target, self, args) => (ahead === 0 ? Reflect.apply(target, self, args) : new target(moved()).toString()),
  get: (target, name) => (name === 'now' ? moved : Reflect.get(target, name)),
});
