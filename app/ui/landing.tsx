import type { ReactNode } from 'react';
import { BenchDrawing } from '~/ui/brand';
import { LinkButton } from '~/ui/button';
import { type Comfort, SizeForm } from '~/ui/comfort';
import { Dawn } from '~/ui/dawn';
import { Emblem, PILLARS } from '~/ui/emblems';
import { Questions } from '~/ui/landing-questions';
import type { Figures } from '~/ui/site/text-page';
import { href } from '~/urls';

type LandingPageProps = {
  /** An evening in a salon, drawn by the chat's own views; the route puts it in, because `ui` knows no domain. */
  readonly evening: ReactNode;
  readonly comfort: Comfort;
  readonly courses: readonly CourseLink[];
  readonly figures: Figures;
};

/** A course that can be looked at; `pillar` from 1. */
export type CourseLink = { readonly pillar: number; readonly title: string; readonly href: string };

/** For a stranger: what it is, what one talks about, how it looks, what it costs, and one thing to do. */
export function LandingPage({ evening, comfort, courses, figures }: LandingPageProps) {
  return (
    <div className="vitrine">
      <Dawn view="large" />
      <section className="accroche">
        <h1>À tout âge, on a encore beaucoup à se dire.</h1>
        <p className="chapeau">
          Aurora50 réunit les 50 ans et plus dans de petits salons de conversation, autour d’un goût, d’une ville ou
          d’un projet.
        </p>
        <Start />
        <SizeForm comfort={comfort} retour={href('home')} />
      </section>
      <Evening evening={evening} />
      <Pillars courses={courses} />
      <Steps />
      <Prices {...figures} />
      <Questions {...figures} />
      <section className="fin">
        <BenchDrawing />
        <div>
          <h2>Le plus simple est d’entrer voir.</h2>
          <p className="chapeau">Votre place est libre.</p>
          <Start />
        </div>
      </section>
    </div>
  );
}

function Start() {
  return (
    <p className="boutons">
      <LinkButton kind="principal" href={href('signUp')}>
        Créer mon compte
      </LinkButton>{' '}
      <span className="note">Gratuit, sans carte bancaire.</span>
    </p>
  );
}

function Evening({ evening }: { readonly evening: ReactNode }) {
  return (
    <section className="soiree">
      <div>
        <h2>Un soir au salon « Jardin au balcon »</h2>
        <p>
          On lit, on répond quand on veut. Les messages arrivent tout seuls, avec le nom, l’heure et rien d’autre : ni
          publicité, ni course aux « j’aime ».
        </p>
        <p>
          Chaque salon a son sujet et la personne qui le tient. On y entre par la liste, ou par un code donné par un
          ami.
        </p>
        <p className="note">
          La conversation est un exemple écrit pour cette page ; sa présentation est celle des vrais salons.
        </p>
      </div>
      {evening}
    </section>
  );
}

function Pillars({ courses }: { readonly courses: readonly CourseLink[] }) {
  return (
    <section className="sept">
      <div>
        <h2>Sept façons de bien vivre les années qui viennent</h2>
        <p className="chapeau">
          Ce sont les sept piliers de la maison : ce dont on parle ici, et ce que l’on y apprend. La première leçon de
          chaque <a href={href('courses')}>cours</a> est libre, sans compte.
        </p>
      </div>
      <ol className="piliers">
        {PILLARS.map((pillar, index) => (
          <li key={pillar.key}>
            <Emblem pillar={pillar.key} />
            <div>
              <h3>{pillar.name}</h3>
              <p>{pillar.about}</p>
              {courses
                .filter((course) => course.pillar === index + 1)
                .map((course) => (
                  <p key={course.href} className="pilier-cours">
                    <a href={course.href}>Cours : {course.title}</a>
                  </p>
                ))}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Steps() {
  return (
    <section>
      <h2>Comment l’on commence</h2>
      <ol className="etapes">
        <li>
          <h3>Vous créez votre compte</h3>
          <p>Un nom, une adresse de courriel, un mot de passe. Rien de plus.</p>
        </li>
        <li>
          <h3>Vous choisissez un salon</h3>
          <p>Par sujet ou par ville. Ou vous ouvrez le vôtre et donnez son code à vos amis.</p>
        </li>
        <li>
          <h3>Vous lisez, puis vous écrivez</h3>
          <p>À votre rythme. Quand vous revenez, une ligne vous montre où votre lecture s’était arrêtée.</p>
        </li>
      </ol>
    </section>
  );
}

function Prices({ plans }: Figures) {
  return (
    <section>
      <h2>Ce que cela coûte</h2>
      <dl className="prix">
        <div>
          <dt>Gratuit</dt>
          <dd>
            <strong>{plans.free}</strong>
            <p>
              Lire autant qu’on veut, écrire {plans.messages}, rejoindre {plans.joined}, tenir {plans.owned} et ouvrir{' '}
              {plans.views} ; {plans.lessons}.
            </p>
          </dd>
        </div>
        <div>
          <dt>Premium</dt>
          <dd>
            <strong>{plans.monthly}</strong> par mois
            <p>Tous les cours en entier ; écrire, rejoindre et créer des salons sans compter.</p>
          </dd>
        </div>
        <div>
          <dt>Annuel</dt>
          <dd>
            <strong>{plans.yearly}</strong> par an
            <p>La même chose que Premium, payée une fois par an{plans.given && ` : ${plans.given}`}.</p>
          </dd>
        </div>
      </dl>
      <p>
        Tout le monde commence avec un compte gratuit, sans carte bancaire. Un abonnement se prend et s’arrête en ligne,
        quand on veut. <a href={href('plans')}>Tout ce qui est gratuit, ce qui se paie, et comment partir</a>
      </p>
    </section>
  );
}
