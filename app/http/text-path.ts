/** Paths that are no text would come into the journal as they are, codes and all. */
export function isText(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
