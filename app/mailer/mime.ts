/** Letters in the form in which they travel and lie in files. */
import type { MailConfig } from '~/config/mail';
import type { Parcel } from './rules';

/** A letter as mail programs and servers read it (RFC 5322). */
export async function mimeOf(parcel: Parcel, from: MailConfig['from'], replyTo: string | null): Promise<Buffer> {
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer');
  const { id, template, to, subject, html, text, createdAt, unsubscribeUrl } = parcel;
  const composer = new MailComposer({
    from: { name: from.name ?? '', address: from.email },
    to: { name: '', address: to },
    ...(replyTo && { replyTo }),
    subject,
    html: html.replace(LINE_END, '\r\n'),
    text: text.replace(LINE_END, '\r\n'),
    date: createdAt,
    messageId: messageId(parcel, from),
    headers: {
      'X-Aurora-Letter': template,
      'X-Aurora-Key': id,
      ...(unsubscribeUrl && {
        'List-Unsubscribe': `<${unsubscribeUrl}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }),
    },
    // Nothing of a letter is fetched or read from a disk on the way.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

/** The composer ends its own lines with CRLF (RFC 5322, 2.1) and leaves those of the texts as they are. */
const LINE_END = /\r\n?|\n/g;

/** The same letter has the same one, however often it is tried. */
export function messageId({ id }: Parcel, from: MailConfig['from']): string {
  return `<${id}@${from.email.slice(from.email.lastIndexOf('@') + 1)}>`;
}
