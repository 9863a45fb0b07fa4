import type { ReactNode } from 'react';
import { Avatar } from '~/ui/avatar';
import { LinkButton } from '~/ui/button';
import { fullDay } from '~/ui/format';
import { ErrorSummary, Notice } from '~/ui/notice';
import { Badge, Breadcrumb, NarrowPage } from '~/ui/page';
import { MessageText } from '~/ui/typed-text';
import { href } from '~/urls';
import { type Looks, type MemberCard, mayLink } from '../rules/card';
import { placeInWords } from '../rules/departments';
import { interestInWords } from '../rules/interests';
import { BlockButton } from './block-button';
import { LooksLine } from './looks';
import { ReportForm } from './report-form';

export type MemberPageProps = {
  readonly card: MemberCard;
  readonly isMe: boolean;
  /** State and last visit, in words. */
  readonly presence: ReactNode;
  /** The wide picture, drawn by the pictures' own view; null: a plain band (D04). */
  readonly cover: ReactNode;
  /** R26: those that she shows, drawn by their own view. */
  readonly badges: ReactNode;
  readonly shared: readonly { readonly id: string; readonly name: string }[];
  readonly looks: Looks | null;
  readonly now: Date;
};

export function MemberPage({ card, isMe, presence, cover, badges, shared, looks, now }: MemberPageProps) {
  return (
    <div className="etroit">
      <Breadcrumb crumbs={[{ label: 'Membres', href: href('members') }]} here={card.name} />
      <article className="pile">
        <Head card={card} isMe={isMe} presence={card.isBlocked ? null : presence} cover={cover} />
        {card.isBlocked ? <Blocked /> : <About card={card} isMe={isMe} now={now} />}
        {!card.isBlocked && badges}
        {!card.isBlocked && shared.length > 0 && !isMe && <Shared salons={shared} />}
      </article>
      {isMe ? (
        <p>
          <LinkButton kind="principal" href={href('profile')} icon="pencil">
            Modifier mon profil
          </LinkButton>
        </p>
      ) : (
        <LeaveAlone card={card} />
      )}
      {looks && !isMe && <LooksLine looks={looks} />}
    </div>
  );
}

function Head({ card, isMe, presence, cover }: Pick<MemberPageProps, 'card' | 'isMe' | 'presence' | 'cover'>) {
  const isTeam = card.appRole === 'moderator' || card.appRole === 'admin';
  return (
    <header className="pile fiche-tete">
      {cover ?? <div className="couverture" />}
      <Avatar person={card} size="grand" />
      <div>
        <h1>
          {card.name} {isMe && <span className="note">(vous)</span>}
        </h1>
        <p className="note">
          {isTeam && <Badge>Équipe</Badge>} {presence}
        </p>
        <p className="note">Membre depuis le {fullDay(card.createdAt)}</p>
      </div>
    </header>
  );
}

function Blocked() {
  return (
    <Notice tone="info">
      <p>
        Vous avez bloqué cette personne : vous n’apparaissez plus l’un pour l’autre, ni dans les membres ni dans les
        salons.
      </p>
    </Notice>
  );
}

function About({ card, isMe, now }: Pick<MemberPageProps, 'card' | 'isMe' | 'now'>) {
  if (!card.bio && !card.city && card.interests.length === 0) {
    return <p>{isMe ? 'Votre fiche ne dit encore rien de vous.' : 'Pas de présentation pour le moment.'}</p>;
  }
  return (
    <>
      {card.bio && <MessageText text={card.bio} links={mayLink(card.createdAt, now)} />}
      <dl className="pile">
        {card.city && (
          <div>
            <dt className="note">Ville</dt>
            <dd>
              <a href={href('members', {}, { ville: card.city })}>{placeInWords(card.city, card.departement)}</a>
            </dd>
          </div>
        )}
        {card.interests.length > 0 && (
          <div>
            <dt className="note">Centres d’intérêt</dt>
            <dd>
              <Interests words={card.interests} />
            </dd>
          </div>
        )}
      </dl>
    </>
  );
}

/** Each leads to the members who share it. */
export function Interests({ words }: { readonly words: readonly string[] }) {
  return (
    <ul className="gouts">
      {words.map((word) => (
        <li key={word}>
          <a href={href('members', {}, { interet: word })}>{interestInWords(word)}</a>
        </li>
      ))}
    </ul>
  );
}

function Shared({ salons }: { readonly salons: MemberPageProps['shared'] }) {
  return (
    <section aria-labelledby="communs">
      <h2 id="communs">Vos salons communs</h2>
      <ul className="liens-cote">
        {salons.map((salon) => (
          <li key={salon.id}>
            <a href={href('salon', { salon: salon.id })}>{salon.name}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** C-22: two buttons, two effects, each said beside it. */
function LeaveAlone({ card }: Pick<MemberPageProps, 'card'>) {
  return (
    <section className="suite" aria-labelledby="tranquille">
      <h2 id="tranquille">Une gêne avec cette personne ?</h2>
      <p>
        Bloquer, c’est ne plus vous voir l’un l’autre, ni dans les membres ni dans les salons. Personne n’en est averti,
        et vous pouvez revenir en arrière.
      </p>
      <BlockButton memberId={card.id} isBlocked={card.isBlocked} name={card.name} />
      <details className="repli">
        <summary>Signaler à l’équipe</summary>
        <ReportForm action={href('reportMember', { membre: card.id })} nature="" reason="" errors={{}} />
      </details>
    </section>
  );
}

/** A report that came back. */
export function ReportPage({ name, ...form }: Parameters<typeof ReportForm>[0] & { readonly name: string }) {
  return (
    <NarrowPage title={`Signaler ${name}`}>
      <ErrorSummary errors={form.errors} />
      <ReportForm {...form} />
    </NarrowPage>
  );
}
