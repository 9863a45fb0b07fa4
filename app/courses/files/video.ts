/** How long an MP4 lasts: its movie header says so (ISO/IEC 14496-12, `moov` › `mvhd`). */

/** Seconds, rounded up; null where the file does not say. */
export function secondsOf(file: Buffer): number | null {
  const movie = boxIn(file, 'moov', 0, file.length);
  const header = movie && boxIn(file, 'mvhd', movie.start, movie.end);
  if (!header || header.end - header.start < 32) return null;
  const long = file[header.start] === 1;
  const at = header.start + (long ? 20 : 12);
  const scale = file.readUInt32BE(at);
  const length = long ? Number(file.readBigUInt64BE(at + 4)) : file.readUInt32BE(at + 4);
  const seconds = scale > 0 ? Math.ceil(length / scale) : 0;
  return seconds >= 1 && seconds <= 86_400 ? seconds : null;
}

function boxIn(file: Buffer, name: string, from: number, to: number): { start: number; end: number } | null {
  for (let at = from; at + 8 <= to; ) {
    const size = file.readUInt32BE(at);
    // 0: to the end of the file; 1: a length of 64 bits, which no film of ours needs.
    const end = size === 0 ? to : at + size;
    if (file.toString('latin1', at + 4, at + 8) === name) return { start: at + 8, end: Math.min(end, to) };
    if (size === 1 || end <= at + 7) return null;
    at = end;
  }
  return null;
}
