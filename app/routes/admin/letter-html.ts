import { file } from '~/http/answer';
import { members } from '~/http/route';
import { letterPolicy } from '~/http/security-headers';
import { letterNamed, writeExample } from './letter-example';

/** The letter alone, as a mail reader gets it: it has styles on its elements, which no page of ours may have. */
export const loader = members(async ({ context, params }) => {
  const { html } = await writeExample(letterNamed(params.lettre), context.config);
  const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': letterPolicy };
  return file(new Response(html, { headers }));
});
