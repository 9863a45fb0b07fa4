import type { ReactNode } from 'react';
import { type SalonCard, UNREAD_SHOWN } from '~/salons/rules';
import { JoinCodeForm } from '~/salons/views/join-code';
import { SalonList } from '~/salons/views/list';
import { BenchDrawing } from '~/ui/brand';
import { LinkButton } from '~/ui/button';
import { plural } from '~/ui/format';
import { EmptyState } from '~/ui/page';
import { href } from '~/urls';

type HomePageProps = {
  readonly name: string;
  /** The salons of this member. */
  readonly salons: readonly SalonCard[];
  readonly now: Date;
  /** « Mon cours », drawn by the courses' own view; nothing for who follows none. */
  readonly course: ReactNode;
  /** What she chose to be seen as, drawn by presence's own view. */
  readonly presence: ReactNode;
  /** The way back to the questions that she has left. */
  readonly welcome: ReactNode;
  /** People of her town and département, and one suggestion: the members' own views. */
  readonly near: ReactNode;
  readonly suggestion: ReactNode;
};

/** Signed in: what is new, then the salons that are quiet. */
export function HomePage({ name, salons, now, course, presence, welcome, near, suggestion }: HomePageProps) {
  const fresh = salons.filter((salon) => (salon.membership?.unread ?? 0) > 0);
  const quiet = salons.filter((salon) => !fresh.includes(salon));
  return (
    <>
      <div className="ouverture">
        <h1>Bonjour {firstName(name)}</h1>
        <p className="chapeau">{summary(salons, fresh)}</p>
        {presence}
      </div>
      {welcome}
      {salons.length === 0 && <FirstSteps />}
      <Part title="Du nouveau" salons={fresh} now={now} />
      {course}
      {near}
      {suggestion}
      <Part title={fresh.length > 0 ? 'Vos autres salons' : 'Vos salons'} salons={quiet} />
      {salons.length > 0 && (
        <p className="suite">
          <LinkButton kind="second" href={href('salons')} icon="search">
            Découvrir d’autres salons
          </LinkButton>
        </p>
      )}
    </>
  );
}

type PartProps = {
  readonly title: string;
  readonly salons: readonly SalonCard[];
  readonly now?: Date;
};

function Part({ title, salons, now }: PartProps) {
  if (salons.length === 0) return null;
  return (
    <section className="suite">
      <h2>{title}</h2>
      <SalonList salons={salons} now={now} />
    </section>
  );
}

function FirstSteps() {
  return (
    <section className="suite">
      <h2>Pour commencer</h2>
      <EmptyState drawing={<BenchDrawing />} title="Votre place est libre">
        <p>
          Un salon, c’est un sujet et quelques personnes. Entrez dans celui qui vous ressemble : on peut lire avant
          d’écrire.
        </p>
        <LinkButton kind="principal" href={href('salons')} icon="chat">
          Voir les salons
        </LinkButton>
      </EmptyState>
      <JoinCodeForm label="On vous a donné un code ?" refused={null} />
    </section>
  );
}

/** « Monique Delaunay » is greeted as « Monique », « Marie-Claude Petit » as « Marie-Claude ». */
function firstName(name: string): string {
  return name.trim().split(/\s+/)[0] ?? name;
}

function summary(salons: readonly SalonCard[], fresh: readonly SalonCard[]): string {
  if (salons.length === 0) return 'Bienvenue. Votre compte est prêt.';
  const unread = fresh.reduce((sum, salon) => sum + (salon.membership?.unread ?? 0), 0);
  if (unread === 0) return 'Vous avez tout lu. Rien ne presse.';
  if (unread > UNREAD_SHOWN) return 'Beaucoup de nouveaux messages vous attendent, quand vous voudrez.';
  return `${plural(unread, 'nouveau message vous attend', 'nouveaux messages vous attendent')}, quand vous voudrez.`;
}
