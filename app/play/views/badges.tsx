import { Button } from '~/ui/button';
import { Checkbox } from '~/ui/choice';
import { dayName } from '~/ui/format';
import { Breadcrumb, Badge as Label } from '~/ui/page';
import { href } from '~/urls';
import type { Earned } from '../queries/own';
import { BADGES, badgeById, RARITIES } from '../rules/badges';
import { BadgeEmblem } from './emblem';

type BadgesPageProps = { readonly earned: readonly Earned[]; readonly areShown: boolean };

/** D75, R26: what I have, what there is besides, and whether others see it. */
export function BadgesPage({ earned, areShown }: BadgesPageProps) {
  const others = BADGES.filter(({ id }) => !earned.some(({ badgeId }) => badgeId === id));
  return (
    <>
      <Breadcrumb crumbs={[{ label: 'Mon parcours', href: href('myCourses') }]} here="Mes badges" />
      <div className="ouverture">
        <h1>Mes badges</h1>
        <p className="chapeau">
          {earned.length > 0
            ? 'Ils disent ce que vous avez fait, et ce que vous avez fait pour les autres. Ils restent à vous.'
            : 'Ils viendront d’eux-mêmes, au fil de ce que vous ferez ici. Rien ne presse.'}
        </p>
      </div>
      {earned.length > 0 && <h2 className="hors-vue">Ceux que vous avez</h2>}
      <ul className="piliers">
        {earned.map(({ badgeId, title, earnedAt }) => (
          <BadgeItem key={badgeId} id={badgeId} title={title} words={`Obtenu le ${dayName(earnedAt)}.`} />
        ))}
      </ul>
      {earned.length > 0 && <Showing areShown={areShown} />}
      {others.length > 0 && (
        <section className="suite">
          <h2>Ceux qui peuvent venir</h2>
          <ul className="piliers">
            {others.map(({ id, title, description }) => (
              <BadgeItem key={id} id={id} title={title} words={description} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

type BadgeItemProps = { readonly id: string; readonly title: string; readonly words: string };

function BadgeItem({ id, title, words }: BadgeItemProps) {
  const badge = badgeById(id);
  return (
    <li>
      <BadgeEmblem id={id} />
      <div>
        <h3>{title}</h3>
        <p>{words}</p>
        {badge && badge.rarity !== 'common' && <Label>{RARITIES[badge.rarity]}</Label>}
      </div>
    </li>
  );
}

function Showing({ areShown }: Pick<BadgesPageProps, 'areShown'>) {
  return (
    <section className="suite">
      <h2>Qui les voit</h2>
      <form method="post" noValidate action={href('badges')} className="pile">
        <Checkbox
          name="montrer"
          label="Montrer mes badges sur ma fiche"
          hint="Sans cette case, personne d’autre que vous ne les voit."
          checked={areShown}
        />
        <Button kind="second" icon="check">
          Enregistrer
        </Button>
      </form>
    </section>
  );
}

type ShownBadgesProps = {
  readonly badges: readonly { readonly badgeId: string; readonly title: string }[];
};

/** On the card of a member who shows them. */
export function ShownBadges({ badges }: ShownBadgesProps) {
  if (badges.length === 0) return null;
  return (
    <section className="suite">
      <h2>Badges</h2>
      <ul className="piliers">
        {badges.map(({ badgeId, title }) => (
          <li key={badgeId}>
            <BadgeEmblem id={badgeId} />
            <h3>{title}</h3>
          </li>
        ))}
      </ul>
    </section>
  );
}
