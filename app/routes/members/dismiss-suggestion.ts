import { AppError } from '~/errors';
import { seeOther } from '~/http/answer';
import { membersPost } from '~/http/route';
import { dismissSuggestion } from '~/members/commands/suggestions';
import { parseDismissed } from '~/members/rules/suggestions';
import { said } from '~/routes/flashes';
import { href } from '~/urls';

const PAGES = ['home', 'salons', 'courses'] as const;

/** Z11: back to the page where it stood. */
export const action = membersPost(async ({ context, viewer, form }) => {
  const id = parseDismissed(form.quoi);
  if (!id) throw new AppError('invalid', 'quoi');
  await dismissSuggestion(context.database, viewer, id);
  const back = PAGES.find((place) => href(place) === form.retour) ?? 'home';
  return seeOther(href(back, {}, said('idee-ecartee')));
});
