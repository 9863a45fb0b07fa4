import { LinkifyIt } from 'linkify-it';
import { Fragment } from 'react';
import { classes } from '~/client/protocol';
import { href } from '~/urls';

/** D45: whole web addresses only. Guessing at bare domains would turn « fini.et puis » into a link to Ethiopia. */
const finder = new LinkifyIt({ fuzzyEmail: false, fuzzyLink: false })
  .add('ftp:', null)
  .add('mailto:', null)
  .add('//', null);

/**
 * The library tries each place of a text in turn, and 4,000 characters made for it (`www.xn--` over and over) took half a
 * second. It is shown candidates alone: a stretch without spaces that begins like an address, of a length that
 * addresses have, a few to a line.
 */
const CANDIDATE = /(?<![\p{L}\d])(?:https?:\/\/|www\.)[^\s<>"«»]{1,500}/giu;
const LINKS_A_LINE = 20;
/** A longer host name is not looked at: its labels are what the library is slow with. */
const HOST = /^(?:https?:\/\/)?[^/?#]{1,100}(?:[/?#]|$)/iu;

type Link = { readonly at: number; readonly text: string; readonly url: string };

function linksIn(line: string): readonly Link[] {
  const found: Link[] = [];
  for (const { 0: candidate, index } of line.matchAll(CANDIDATE)) {
    if (found.length === LINKS_A_LINE) break;
    if (!HOST.test(candidate)) continue;
    const bare = /^www\./i.test(candidate);
    const length = finder.testSchemaAt(`https://${candidate}`, 'https:', 'https:'.length) - (bare ? 2 : 0);
    const [whole = ''] = bare ? [candidate.slice(0, Math.max(0, length))] : [finder.matchAtStart(candidate)?.text];
    if (whole.length > 4) found.push({ at: index, text: whole, url: bare ? `https://${whole}` : whole });
  }
  return found;
}

/** Somebody named in it, by what was written after the « @ », and her name of now. */
type Named = { readonly id: string; readonly written: string; readonly name: string };

type MessageTextProps = {
  readonly text: string;
  /** The longest name first. */
  readonly people?: readonly Named[];
  /** False: addresses stay words (D05). */
  readonly links?: boolean;
};

/** What a member wrote: paragraphs and line breaks kept, addresses clickable, everything else escaped by React. */
export function MessageText({ text, people = [], links = true }: MessageTextProps) {
  const paragraphs = text.trim().split(/\n\s*\n/);
  return paragraphs.map((paragraph, index) => (
    <p className={classes.words} dir="auto" key={index}>
      {paragraph.split('\n').map((line, row) => (
        <Fragment key={row}>
          {row > 0 && <br />}
          {links ? <Line text={line} people={people} /> : line}
        </Fragment>
      ))}
    </p>
  ));
}

type LineProps = { readonly text: string; readonly people: readonly Named[] };

function Line({ text, people }: LineProps) {
  const found = linksIn(text);
  if (found.length === 0) return <Words text={text} people={people} />;
  const ends = [0, ...found.map((link) => link.at + link.text.length)];
  return (
    <>
      {found.map((link, index) => (
        <Fragment key={link.at}>
          <Words text={text.slice(ends[index], link.at)} people={people} />
          <a href={link.url} rel="noopener nofollow ugc">
            {link.text}
          </a>
        </Fragment>
      ))}
      <Words text={text.slice(ends.at(-1))} people={people} />
    </>
  );
}

/** « @Fatima » leads to her card, under the name that she has now. */
function Words({ text, people }: LineProps) {
  if (people.length === 0) return text;
  return text.split(/(?<![\p{L}\p{N}])@/u).map((part, index) => {
    if (index === 0) return part;
    const person = people.find(({ written }) => isSame(part.slice(0, written.length), written));
    return (
      <Fragment key={index}>
        {person ? <a href={href('member', { membre: person.id })}>@{person.name}</a> : '@'}
        {person ? part.slice(person.written.length) : part}
      </Fragment>
    );
  });
}

const folded = (words: string) => words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const isSame = (one: string, other: string) => folded(one) === folded(other);
