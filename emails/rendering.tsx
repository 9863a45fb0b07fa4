import { render } from '@react-email/render';
import { FrameProvider, type LetterFrame } from './frame';
import { Layout } from './layout';
import type { Letter, WrittenLetter } from './letter';
import { cut, oneLine } from './member-text';
import { plainText } from './plain-text';
import type { LetterName, LetterProps } from './props';

/** What React leaves for a browser half that no letter has. */
const REACT_MARKS = /<!--(?: |\/?\$)-->/g;
/** The library's is of the year 2000; every mail reader since keeps to standards with the short one. */
const DOCTYPE = /^<!DOCTYPE[^>]*>/;
/** What a list of letters shows on a telephone held upright, twice over. */
const SUBJECT_MAX = 70;

export async function renderLetter<N extends LetterName>(
  letter: Letter<N>,
  props: LetterProps[N],
  frame: LetterFrame,
): Promise<WrittenLetter> {
  const subject = cut(oneLine(letter.subject(props)), SUBJECT_MAX);
  const html = await render(
    <Layout subject={subject} preheader={oneLine(letter.preheader(props))} why={letter.why(props)} frame={frame}>
      {letter.body(props)}
    </Layout>,
  );
  return { subject, html: html.replace(REACT_MARKS, '').replace(DOCTYPE, '<!DOCTYPE html>'), text: plainText(html) };
}

const NO_FRAME: LetterFrame = {
  origin: '',
  publisher: { name: '', address: '', email: '' } as LetterFrame['publisher'],
  unsubscribePath: null,
  email: '',
};

export async function renderWords<N extends LetterName>(
  letter: Letter<N>,
  props: LetterProps[N],
): Promise<Pick<WrittenLetter, 'subject' | 'text'>> {
  const html = await render(<FrameProvider value={NO_FRAME}>{letter.body(props)}</FrameProvider>);
  // Buttons of a letter that has left lead nowhere: their lines go. And no line is as short as in a letter.
  const text = plainText(html)
    .replace(/\n[^\n]*\u202f:\n+\/[^\n]*\n/g, '\n')
    .replace(/([^\n])\n(?=[^\n])/g, '$1 ')
    .replace(/\n{3,}/g, '\n\n');
  return { subject: cut(oneLine(letter.subject(props)), SUBJECT_MAX), text };
}
