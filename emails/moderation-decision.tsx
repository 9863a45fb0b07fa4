import { Text } from '@react-email/components';
import type { Letter } from './letter';
import { look } from './look';
import { words } from './member-text';
import { Action, Facts, Greeting, P, Quote } from './parts';

/** Article 17(3)(c): whether a machine found it, or decided. */
const AUTOMATION = {
  none: 'Aucun automate n’a pris part à cette décision : une personne de l’équipe l’a prise.',
  detected: 'Un automate avait signalé ce contenu ; une personne de l’équipe l’a lu et a pris la décision.',
  decided: 'Cette décision a été prise par un automate. Votre réponse, elle, sera lue par une personne.',
} as const;

/** Digital Services Act, article 17: the decision, its ground and its facts, and every way to contest it. */
export const letter: Letter<'moderationDecision'> = {
  subject: () => 'Une décision qui vous concerne sur Aurora50',
  preheader: () => 'Ce qui a été décidé, pourquoi, et comment répondre.',
  why: () => 'La décision porte sur le compte qui a cette adresse, ou sur ce qu’il a publié.',
  body: ({ name, decision, rule, reason, automation, path }) => (
    <>
      <Greeting name={name} />
      <P>Une décision de modération vous concerne.</P>
      <Facts
        facts={[
          ['Décision', words(decision, 300)],
          ['Règle appliquée', words(rule, 300)],
        ]}
      />
      <P>Voici ce qui l’explique :</P>
      <Quote>
        {paragraphs(reason).map((paragraph, index, all) => (
          <Text key={index} className="encre" style={index === all.length - 1 ? look.last : look.tight}>
            {paragraph}
          </Text>
        ))}
      </Quote>
      <P>{AUTOMATION[automation]}</P>
      <P>
        Vous n’êtes pas d’accord ? Dites-le-nous : votre réponse sera lue, et la décision revue. C’est gratuit. Vous
        gardez aussi le droit de saisir la justice.
      </P>
      <Action path={path}>Lire et contester</Action>
    </>
  ),
  example: {
    name: 'Gérard Petit',
    decision: 'Votre message du lundi 23 novembre a été retiré du salon « Jardin au balcon ».',
    rule: 'Ne vendez rien.',
    reason:
      'Votre message proposait un abonnement payant à un magazine.\nVous pouvez continuer à écrire dans ce salon et dans tous les autres.',
    automation: 'none',
    path: '/regles',
  },
};

/** Written by a moderator, who may well quote a member. */
function paragraphs(reason: string): string[] {
  const lines = reason.slice(0, 6_000).split(/\n+/);
  return lines
    .map((line) => words(line, 2_000))
    .filter(Boolean)
    .slice(0, 12);
}
