/** Found 3, 14: words that are read from right to left stand as their writer sees them. */
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { Message } from '~/chat/rules';
import { Composer } from '~/chat/views/composer';
import { MessageItem } from '~/chat/views/message';
import { oneLine, text } from '~/forms';
import { TextArea } from '~/ui/field';

const message: Message = {
  id: 7,
  salonId: '00000000-0000-4000-8000-000000000000',
  seq: 7,
  changedSeq: 7,
  author: { id: 'a', name: 'ليلى', avatarUrl: null },
  content: 'مرحبا بالجميع\n\nשלום',
  createdAt: new Date('2026-11-27T09:00:00Z'),
  editedAt: null,
  isDeleted: false,
  isArrival: false,
  quoted: { id: 3, seq: 3, authorName: 'דוד', excerpt: 'שלום לכולם' },
  mentions: [],
  reactions: [],
};

test('a message, its writer and what it answers each have the direction of their own first letter', () => {
  const html = renderToStaticMarkup(<MessageItem message={message} />);
  expect(html).toContain('<b dir="auto">ليلى</b>');
  expect(html).toMatch(/<p [^>]*dir="auto"[^>]*>مرحبا بالجميع<\/p><p [^>]*dir="auto"[^>]*>שלום<\/p>/);
  expect(html).toContain('<bdi>דוד</bdi>');
  expect(html).toMatch(/<bdi>«.שלום לכולם.»<\/bdi>/);
});

test('the fields in which one writes have it too', () => {
  const state = { key: 'k', text: '', errors: {}, replyingTo: null };
  expect(renderToStaticMarkup(<Composer salonId={message.salonId} state={state} />)).toMatch(
    /<textarea[^>]*dir="auto"/,
  );
  expect(renderToStaticMarkup(<TextArea name="texte" label="Votre message" rows={5} />)).toMatch(
    /<textarea[^>]*dir="auto"/,
  );
});

test('what is written is kept composed: a letter and its accent are one sign (found 3, 2)', () => {
  expect(oneLine(5).parse('Rene\u0301e')).toBe('Renée');
  expect(text(4).parse('cafe\u0301')).toBe('café');
});
