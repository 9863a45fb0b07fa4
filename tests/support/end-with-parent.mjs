/**
 * `node --import` this: the process ends with whoever started it, also where that one was killed and could tell nobody.
 * Its standard input is a pipe that the other holds open by being alive.
 */
process.stdin.on('error', leave).on('close', leave).resume();
process.stdin.unref();

function leave() {
  process.kill(process.pid, 'SIGKILL');
}
