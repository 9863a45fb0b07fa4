import { z } from 'zod';
import { safeReturn } from '~/auth/rules/return';
import { seeOther } from '~/http/answer';
import { anyonePosts } from '~/http/route';
import { comfortCookie, comfortOf, isTheme } from '~/members/comfort-cookie';
import { rememberComfort } from '~/members/commands/comfort';
import { sizeOf } from '~/ui/comfort';

const chosen = z.object({
  taille: z.enum(['1', '2', '3', '4']).optional().catch(undefined),
  theme: z.string().refine(isTheme).optional().catch(undefined),
});

/** U03: each press is a choice; the other one stays as it was. */
export const action = anyonePosts(async ({ context, viewer, form, request }) => {
  const { taille, theme } = chosen.parse(form);
  const before = comfortOf(request, viewer);
  const comfort = {
    taille: taille ? sizeOf(Number(taille)) : before.taille,
    theme: isTheme(theme) ? theme : before.theme,
  };
  if (viewer) await rememberComfort(context.database, viewer.id, comfort.taille, comfort.theme);
  return seeOther(safeReturn(form.retour), { 'Set-Cookie': comfortCookie(comfort, context.config.origin) });
});
