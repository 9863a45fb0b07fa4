/** The picture of a salon for those who share its link. Drawn once for the same salon: it takes a tenth of a second. */
import { drawnPng } from '~/certificates/papers';
import { type File, file } from '~/http/answer';
import { type Pictured, sharePicture } from '~/salons/views/share-picture';

const KEPT = 24;
const pictures = new Map<string, Promise<Buffer>>();

export async function pictureAnswer({ name, category, city, colorTheme, memberCount }: Pictured): Promise<File> {
  const salon = { name, category, city, colorTheme, memberCount };
  const key = JSON.stringify(salon);
  const drawn = pictures.get(key) ?? draw(salon);
  pictures.delete(key);
  pictures.set(key, drawn);
  drawn.catch(() => pictures.delete(key));
  const [oldest] = pictures.keys();
  if (oldest !== undefined && pictures.size > KEPT) pictures.delete(oldest);
  return file(new Response(new Uint8Array(await drawn), { headers: { 'Content-Type': 'image/png' } }));
}

async function draw(salon: Pictured): Promise<Buffer> {
  const { lines } = await import('~/certificates/drawing/typeface');
  return drawnPng(sharePicture(salon, lines), 72);
}
