/** One page that shows all pictures side by side; a picture opens in full. */
export function contactSheet(pages: readonly string[], files: (name: string) => readonly string[]): string {
  const rows = pages.map((name) => {
    const pictures = files(name).map(
      (file) => `<a href="${file}"><img src="${file}" alt="${file}" loading="lazy"><br>${file.replace('.png', '')}</a>`,
    );
    return `<h2 id="${name}">${name}</h2><p>${pictures.join('\n')}</p>`;
  });
  const links = pages.map((name) => `<a href="#${name}">${name}</a>`);
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Aurora50, every page</title>
<style>body{font:15px sans-serif;margin:2rem}p{display:flex;flex-wrap:wrap;gap:1rem;align-items:start}
img{height:22rem;width:auto;max-width:26rem;object-fit:cover;object-position:top;border:1px solid #999}</style>
<h1>Every page</h1><nav>${links.join(' · ')}</nav>
${rows.join('\n')}
</html>
`;
}
