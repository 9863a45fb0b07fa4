import { LinkifyIt } from 'linkify-it';
import { Fragment } from 'react';

/** D45: whole web addresses only. Guessing at bare domains would turn « fini.et puis » into a link to Ethiopia. */
const links = new LinkifyIt({ fuzzyEmail: false, fuzzyLink: false })
  .add('ftp:', null)
  .add('mailto:', null)
  .add('//', null)
  .add('www.', {
    validate: (text, at, self) =>
      Math.max(0, self.testSchemaAt(`//www.${text.slice(at)}`, 'http:', 0) - '//www.'.length),
    normalize: (match) => {
      match.url = `https://${match.text}`;
    },
  });

/** What a member wrote: paragraphs and line breaks kept, addresses clickable, everything else escaped by React. */
export function MessageText({ text }: { readonly text: string }) {
  const paragraphs = text.trim().split(/\n\s*\n/);
  return paragraphs.map((paragraph, index) => (
    <p className="texte" key={index}>
      {paragraph.split('\n').map((line, row) => (
        <Fragment key={row}>
          {row > 0 && <br />}
          <Line text={line} />
        </Fragment>
      ))}
    </p>
  ));
}

function Line({ text }: { readonly text: string }) {
  const matches = links.match(text);
  if (!matches) return text;
  const ends = [0, ...matches.map((match) => match.lastIndex)];
  return (
    <>
      {matches.map((match, index) => (
        <Fragment key={match.index}>
          {text.slice(ends[index], match.index)}
          <a href={match.url} rel="noopener nofollow ugc">
            {match.text}
          </a>
        </Fragment>
      ))}
      {text.slice(ends.at(-1))}
    </>
  );
}
